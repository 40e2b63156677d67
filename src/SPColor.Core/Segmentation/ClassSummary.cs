using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>What a list shows of one area of a picture.</summary>
/// <param name="ClassId">The area.</param>
/// <param name="Share">Its part of the visible cells, 0…1.</param>
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

        ClassTally[] tallies = [.. Enumerable.Range(0, map.ClassCount).Select(_ => new ClassTally())];
        for (int cell = 0; cell < map.Ids.Length; cell++)
        {
            if (map.Ids[cell] == ClassMap.None)
                continue;

            ClassTally tally = tallies[map.Ids[cell]];
            int x = cell % map.Size.Width;
            int y = cell / map.Size.Width;
            tally.AddCell(x, y, map.Confidence[cell]);
            for (int row = 0; row < stride; row++)
                tally.AddPixels(picture, (((y * stride) + row) * picture.Size.Width) + (x * stride), stride);
        }

        int visible = tallies.Sum(tally => tally.Cells);
        return [.. tallies
            .Select((tally, id) => (tally, id))
            .Where(item => item.tally.Cells > 0)
            .OrderByDescending(item => item.tally.Cells).ThenBy(item => item.id)
            .Select(item => item.tally.ToSummary(item.id, visible, reduction?.NameOf(item.id)))];
    }
}
