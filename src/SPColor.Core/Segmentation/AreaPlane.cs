using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>The area of every position of a picture, as fine as it is known.</summary>
/// <param name="Size">The working size, or the cells of a pack that knows no better.</param>
/// <param name="Ids">Area 0 … N−1 of each position, or <see cref="NoArea"/>.</param>
public sealed record AreaPlane(GridSize Size, byte[] Ids)
{
    /// <summary>What stands for <see cref="ClassMap.None"/>.</summary>
    public const byte NoArea = byte.MaxValue;

    /// <summary>The area of a position, or <see cref="ClassMap.None"/>.</summary>
    /// <param name="position">y·width + x.</param>
    public int this[int position] => Ids[position] == NoArea ? ClassMap.None : Ids[position];

    /// <summary>The area of a pixel of a picture over which this lies, or <see cref="ClassMap.None"/>.</summary>
    /// <param name="pixel">y·width + x in the picture.</param>
    /// <param name="picture">Its size; a multiple of this one's by one stride.</param>
    public int At(int pixel, GridSize picture) => this[picture.CellOf(pixel, Size)];
}
