using SPColor.Core.Segmentation;

namespace SPColor.Core.Protocol;

/// <summary>The areas of one picture.</summary>
/// <param name="Map">Area of each cell, working size ÷ 4, and of each pixel where the pack has them.</param>
/// <param name="Areas">One row for each area that the picture has, largest first.</param>
public sealed record PictureAreas(ClassMap Map, IReadOnlyList<ClassSummary> Areas);
