using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public static class EffectEnvironmentExtensions
{
    public static IEffectInputBitmap<TPixel> GetSourceBitmap<TPixel>(this IEffectEnvironment environment)
        where TPixel : unmanaged, INaturalPixelInfo => environment.Document.Layers[environment.SourceLayerIndex].GetBitmap<TPixel>();

    public static IEffectInputBitmap<ColorBgra32> GetSourceBitmapBgra32(this IEffectEnvironment environment) =>
        environment.GetSourceBitmap<ColorBgra32>();
}
