using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>What a list shows of one area of a picture.</summary>
/// <param name="ClassId">The area.</param>
/// <param name="Share">Its part of the visible picture, 0…1.</param>
/// <param name="L">Mean CIE L*.</param>
/// <param name="A">Mean CIE a*.</param>
/// <param name="B">Mean CIE b*.</param>
/// <param name="Confidence">Mean class confidence, 0…1.</param>
/// <param name="Bounds">Smallest rectangle of cells that holds the area.</param>
/// <param name="Name">Its words, where the prior has them, else null.</param>
public sealed record ClassSummary(
    int ClassId, float Share, float L, float A, float B, float Confidence, CellBounds Bounds, string? Name)
{
    /// <summary>Areas with less than this share of the picture are listed together.</summary>
    public const float SmallAreaShare = 0.005f;

    /// <summary>Whether the area belongs to the "small areas".</summary>
    public bool IsSmall => Share < SmallAreaShare;

    /// <summary>Describes every area that occurs in a picture, largest first, then by id.</summary>
    /// <param name="map">Areas of the picture's cells.</param>
    /// <param name="picture">The picture; its sides are whole multiples of the map's. Its pixels count by their coverage.</param>
    /// <param name="reduction">Gives the areas their names; null: no names.</param>
    /// <returns>Empty if no cell is visible.</returns>
    public static IReadOnlyList<ClassSummary> Describe(ClassMap map, LabImage picture, CategoryReduction? reduction = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(picture);
        int stride = picture.Size.Width / map.Size.Width;
        if (stride < 1 || picture.Size != new GridSize(map.Size.Width * stride, map.Size.Height * stride))
            throw new ArgumentException($"a picture of {picture.Size} pixels has no whole cells on a {map.Size} map", nameof(picture));

        AreaPlane areas = map.Finest();
        ClassTally[] tallies = [.. Enumerable.Range(0, map.ClassCount).Select(_ => new ClassTally())];
        for (int cell = 0; cell < map.Ids.Length; cell++)
        {
            if (map.Ids[cell] != ClassMap.None)
                tallies[map.Ids[cell]].AddConfidence(map.Confidence[cell]);
        }

        int finer = areas.Size.Width / map.Size.Width, pixels = stride / finer;
        for (int position = 0; position < areas.Ids.Length; position++)
        {
            if (areas[position] == ClassMap.None)
                continue;

            ClassTally tally = tallies[areas[position]];
            int x = position % areas.Size.Width;
            int y = position / areas.Size.Width;
            tally.Add(x / finer, y / finer);
            for (int row = 0; row < pixels; row++)
                tally.AddPixels(picture, (((y * pixels) + row) * picture.Size.Width) + (x * pixels), pixels);
        }

        int visible = tallies.Sum(tally => tally.Positions);
        return [.. tallies
            .Select((tally, id) => (tally, id))
            .Where(item => item.tally.Positions > 0)
            .OrderByDescending(item => item.tally.Positions).ThenBy(item => item.id)
            .Select(item => item.tally.ToSummary(item.id, visible, reduction?.NameOf(item.id)))];
    }
}
