using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>
/// Step 7 of a pack that asks for it (<see cref="ModelFacts.ChoiceReach"/>): what the user chose for an area changes that area and, fading out, a little
/// around it. Elsewhere the colours stay what they are without any choice: the colour network would carry new ones along.
/// </summary>
internal static class ChoiceReach
{
    /// <summary>Which areas of the target take their colours from elsewhere than without choices.</summary>
    /// <param name="assignment">The user's tables.</param>
    /// <param name="chosen">What they make of the pictures.</param>
    /// <param name="automatic">What no choice makes of them.</param>
    /// <param name="areas">Number of areas.</param>
    public static bool[] Touched(CategoryAssignment assignment, BlockAssignment chosen, BlockAssignment automatic, int areas) =>
    [
        .. Enumerable.Range(0, areas).Select(id =>
            assignment.Target(id).Kind is TargetChoiceKind.TakeFrom or TargetChoiceKind.LetItGuess
            || !Sources(chosen, id).SequenceEqual(Sources(automatic, id)))
    ];

    /// <summary>The chosen colours in and around the touched areas, the automatic ones elsewhere.</summary>
    /// <param name="chosen">At working size.</param>
    /// <param name="automatic">Of the same size.</param>
    /// <param name="areas">The target's areas.</param>
    /// <param name="touched">For each area.</param>
    /// <param name="reach">In pixels at working size, above 0: at this distance nothing is left of the chosen colours.</param>
    public static ChromaPlanes Limit(ChromaPlanes chosen, ChromaPlanes automatic, AreaPlane areas, bool[] touched, float reach)
    {
        GridSize size = chosen.Size;
        bool[] isTouched = new bool[size.Count];
        for (int pixel = 0; pixel < isTouched.Length; pixel++)
            isTouched[pixel] = areas.At(pixel, size) is var id and not ClassMap.None && touched[id];
        float[] distance = DistanceMap.To(Closed(isTouched, size, reach), size);
        var (a, b) = ((float[])automatic.A.Clone(), (float[])automatic.B.Clone());
        for (int pixel = 0; pixel < a.Length; pixel++)
        {
            float weight = Math.Max(0, 1 - (distance[pixel] / reach));
            a[pixel] += weight * (chosen.A[pixel] - a[pixel]);
            b[pixel] += weight * (chosen.B[pixel] - b[pixel]);
        }

        return new ChromaPlanes(size, a, b);
    }

    /// <summary>The region with its holes and gaps of less than twice the reach: a spot that is called something else is still surrounded by what the user chose for.</summary>
    private static bool[] Closed(bool[] region, GridSize size, float reach)
    {
        bool[] outside = Array.ConvertAll(DistanceMap.To(region, size), distance => distance > reach);
        float[] inwards = DistanceMap.To(outside, size);
        return Array.ConvertAll(inwards, distance => distance > reach);
    }

    private static IEnumerable<AreaName> Sources(BlockAssignment blocks, int id) => blocks.Sources.GetValueOrDefault(id) ?? [];
}
