using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Inference.Networks;

/// <summary>Between the networks' channel-major tensors and the position-major grids of the rest.</summary>
internal static class VectorGrids
{
    // A cache line of positions: each channel's row is read, and each vector written, in whole lines.
    private const int BlockPositions = 16;

    /// <summary>Turns channels × positions into positions × channels.</summary>
    /// <param name="source">channels · size.Count numbers, channel-major.</param>
    /// <param name="size">Cells.</param>
    /// <param name="channels">Channels.</param>
    internal static FeatureGrid Transpose(ReadOnlySpan<float> source, GridSize size, int channels)
    {
        float[] values = GC.AllocateUninitializedArray<float>(source.Length);
        for (int start = 0; start < size.Count; start += BlockPositions)
        {
            int block = Math.Min(BlockPositions, size.Count - start);
            for (int channel = 0; channel < channels; channel++)
            {
                int place = (start * channels) + channel;
                foreach (float value in source.Slice((channel * size.Count) + start, block))
                {
                    values[place] = value;
                    place += channels;
                }
            }
        }

        return new FeatureGrid(size, channels, values);
    }
}
