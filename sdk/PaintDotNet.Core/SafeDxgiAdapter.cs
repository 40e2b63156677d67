using PaintDotNet.Interop;

namespace PaintDotNet.Dxgi;

public sealed class SafeDxgiAdapter : SafeComObject, IDisposable
{
    private readonly int enumIndex;

    internal SafeDxgiAdapter(int enumIndex) => this.enumIndex = enumIndex;

    public int GetEnumAdapterIndex(DxgiGpuPreference gpuPreference = DxgiGpuPreference.Unspecified) => enumIndex;
}
