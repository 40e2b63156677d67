using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public enum BitmapPaletteType
{
}

public interface IPalette : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IReadOnlyList<ColorBgra32> Colors { get; }

    bool HasAlpha { get; }

    bool IsBlackWhite { get; }

    bool IsGrayscale { get; }

    BitmapPaletteType PaletteType { get; }
}
