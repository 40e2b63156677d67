using SPColor.Core.Imaging;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;

namespace SPColor.PdnEffect.Engine;

/// <summary>What a list shows of an area, or of all small areas together.</summary>
/// <param name="ClassIds">The areas; several only for the small ones.</param>
/// <param name="IsSmall">Whether these are the areas under <see cref="ClassSummary.SmallAreaShare"/>.</param>
/// <param name="Share">Of the picture, 0…1.</param>
/// <param name="Swatch">Mean colour.</param>
/// <param name="Name">The pack's words; null: it has none.</param>
/// <param name="Thumbnail">Cut from the picture, RGBA.</param>
internal sealed record AreaCard(
    IReadOnlyList<int> ClassIds, bool IsSmall, float Share, Swatch Swatch, string? Name, PixelBuffer Thumbnail)
{
    /// <summary>Longest side of a thumbnail: sharp in a list row at 240 DPI.</summary>
    public const int ThumbnailSide = 96;

    /// <summary>The cards of a picture, largest area first, the small ones last and together.</summary>
    public static IReadOnlyList<AreaCard> Deal(LabImage picture, PictureAreas areas, CancellationToken cancellationToken)
    {
        List<AreaCard> cards = [.. areas.Areas.Where(area => !area.IsSmall).Select(area => Make([area]))];
        ClassSummary[] small = [.. areas.Areas.Where(area => area.IsSmall)];
        if (small.Length > 0)
            cards.Add(Make(small));
        return cards;

        AreaCard Make(ClassSummary[] group)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] ids = [.. group.Select(area => area.ClassId)];
            float share = group.Sum(area => area.Share);
            return new AreaCard(
                ids,
                group[0].IsSmall,
                share,
                Swatch.FromLab(Mean(area => area.L), Mean(area => area.A), Mean(area => area.B)),
                group.Length == 1 ? group[0].Name : null,
                Layers.Thumbnail.OfAreas(picture, areas.Map, ids, Around(group), ThumbnailSide, cancellationToken));

            float Mean(Func<ClassSummary, float> value) => group.Sum(area => value(area) * area.Share) / share;
        }
    }

    private static CellBounds Around(ClassSummary[] group)
    {
        int left = group.Min(area => area.Bounds.Left), top = group.Min(area => area.Bounds.Top);
        return new CellBounds(
            left,
            top,
            group.Max(area => area.Bounds.Left + area.Bounds.Width) - left,
            group.Max(area => area.Bounds.Top + area.Bounds.Height) - top);
    }
}

/// <summary>An sRGB colour.</summary>
internal readonly record struct Swatch(byte R, byte G, byte B)
{
    /// <summary>The nearest sRGB colour of the same lightness and hue.</summary>
    public static Swatch FromLab(float l, float a, float b)
    {
        GamutMapper.Map([l], new(ref a), new(ref b));
        Span<byte> pixel = stackalloc byte[4];
        SrgbLabConverter.LabToRow([l], [a], [b], PixelFormat.Rgba8, pixel);
        return new Swatch(pixel[0], pixel[1], pixel[2]);
    }
}
