using System.Text.Json.Serialization;
using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>The pseudo-class of every cell of a picture and how sure it is.</summary>
/// <param name="Size">Cells; the working size at the match features' stride.</param>
/// <param name="Ids">Class id 0 … <paramref name="ClassCount"/>−1 of each cell, or <see cref="None"/>.</param>
/// <param name="Confidence">Probability of that class, 0…1.</param>
/// <param name="ClassCount">Number of areas N, 1…27.</param>
public sealed record ClassMap(GridSize Size, int[] Ids, float[] Confidence, int ClassCount)
{
    /// <summary>The id of a cell that belongs to no class: a transparent one.</summary>
    public const int None = -1;

    /// <summary>
    /// The second area that each cell may belong to (<see cref="ClassPrior.Membership"/>), or <see cref="None"/>; null: no cell has one. It
    /// matters where cells are matched and nowhere else, so it does not cross the plugin's pipe.
    /// </summary>
    [JsonIgnore]
    public int[]? Second { get; init; }

    /// <summary>
    /// Areas of the pixels at working size, ending at edges (<see cref="ClassPrior.Edges"/>); each occurs in some cell too. Null: they end where cells end.
    /// </summary>
    public AreaPlane? Pixels { get; init; }

    /// <summary>What is shown of the areas and cut out by them: the pixels', else the cells'.</summary>
    public AreaPlane Finest() => Pixels ?? new AreaPlane(Size, Array.ConvertAll(Ids, id => id == None ? AreaPlane.NoArea : (byte)id));
}
