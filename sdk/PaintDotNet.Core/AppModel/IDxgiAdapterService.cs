namespace PaintDotNet.AppModel;

public interface IDxgiAdapterService : IInternalImpl
{
}

public interface IDxgiAdapterService2 : IDxgiAdapterService, IInternalImpl
{
    Dxgi.SafeDxgiAdapter GetRenderingAdapter();
}
