using SPColor.Core.Imaging;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>One entry of a dropdown with pictures.</summary>
/// <param name="value">What it stands for.</param>
/// <param name="text">What it is called.</param>
/// <param name="picture">Its picture, which may come late; null: it has none.</param>
internal sealed class PictureItem(object value, string text, Func<PixelBuffer?> picture)
{
    public PictureItem(ReferenceItem item)
        : this(item, item.Label, () => item.Thumbnail)
    {
    }

    public PictureItem(AreaOption option)
        : this(option, option.Label, () => option.Thumbnail)
    {
    }

    public object Value => value;

    public PixelBuffer? Picture => picture();

    public override string ToString() => text;
}
