using PaintDotNet.AppModel;
using PaintDotNet.Dxgi;

namespace PaintDotNet.Host.Services;

internal sealed class HostAdapter(int index) : IDxgiAdapterService2
{
    public SafeDxgiAdapter GetRenderingAdapter() => new(index);
}
