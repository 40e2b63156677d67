using SPColor.Core.Assignment;
using SPColor.Core.Correspondence;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>Poses step 6: several references become one side of one problem, their cells after each other.</summary>
internal static class CorrespondenceProblems
{
    public static CorrespondenceProblem Pose(
        PreparedImage target,
        ClassMap targetClasses,
        IReadOnlyList<PreparedImage> references,
        IReadOnlyList<ClassMap> referenceClasses,
        BlockAssignment blocks,
        CorrespondenceSettings settings) =>
        new(
            target.Match.Size,
            target.Match.Channels,
            target.Match.Values,
            blocks.TargetBlock,
            targetClasses.Confidence,
            Concatenate(references, reference => reference.Match.Values),
            blocks.ReferenceBlock,
            Concatenate(references, reference => reference.Cells.A),
            Concatenate(references, reference => reference.Cells.B),
            Concatenate(referenceClasses, classes => classes.Confidence),
            blocks.Matches,
            blocks.ReferenceBlockCount,
            settings);

    /// <summary>All arrays after each other; a single one is passed on as it is.</summary>
    private static float[] Concatenate<T>(IReadOnlyList<T> items, Func<T, float[]> values)
    {
        if (items.Count == 1)
            return values(items[0]);

        // Features are millions of numbers, which LINQ would move one by one.
        float[] all = new float[items.Sum(item => values(item).Length)];
        int start = 0;
        foreach (float[] part in items.Select(values))
        {
            part.CopyTo(all, start);
            start += part.Length;
        }

        return all;
    }
}
