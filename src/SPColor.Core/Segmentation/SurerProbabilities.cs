using System.Numerics.Tensors;
using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>
/// Step 4 at a larger working size: the coarse picture decides what a place is; where the large one is surer the two are averaged, so that small things
/// appear (the faces of a group are 8 pixels at S = 256) and large ones stay what they are.
/// </summary>
internal static class SurerProbabilities
{
    /// <summary>Changes the fine probabilities in place.</summary>
    /// <param name="coarse">A plane for each class.</param>
    /// <param name="coarseSize">Size of these planes.</param>
    /// <param name="fine">As many planes.</param>
    /// <param name="fineSize">Size of those.</param>
    public static void Decide(float[][] coarse, GridSize coarseSize, float[][] fine, GridSize fineSize)
    {
        float[][] decided = Array.ConvertAll(fine, _ => new float[fineSize.Count]);
        Parallel.For(0, fine.Length, id => PlaneResampler.Bilinear(coarse[id], coarseSize, decided[id], fineSize));
        bool[] isSurer = IsSurer(fine, decided, fineSize.Count);
        Parallel.For(0, fine.Length, id =>
        {
            for (int cell = 0; cell < isSurer.Length; cell++)
                fine[id][cell] = isSurer[cell] ? (fine[id][cell] + decided[id][cell]) / 2 : decided[id][cell];
        });
    }

    private static bool[] IsSurer(float[][] planes, float[][] others, int count)
    {
        float[] most = Most(planes, count), otherMost = Most(others, count);
        return [.. most.Select((value, cell) => value > otherMost[cell])];
    }

    private static float[] Most(float[][] planes, int count)
    {
        float[] most = new float[count];
        foreach (float[] plane in planes)
            TensorPrimitives.Max<float>(most, plane, most);
        return most;
    }
}
