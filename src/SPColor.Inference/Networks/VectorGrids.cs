using System.Numerics.Tensors;
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
        Transpose(source, size.Count, channels, values, channels, 1f);
        return new FeatureGrid(size, channels, values);
    }

    /// <summary>
    /// The match vectors [feature, √w·code]/√(1+w); the code is enlarged bilinearly between cell centres and made unit length again
    /// (training-recipe: the soft class term).
    /// </summary>
    /// <param name="feature">channels × cells as the network gives it.</param>
    /// <param name="size">Cells of the match grid.</param>
    /// <param name="channels">Channels of the feature.</param>
    /// <param name="code">Codes on their own grid.</param>
    /// <param name="weight">w, above 0.</param>
    internal static FeatureGrid WithCode(ReadOnlySpan<float> feature, GridSize size, int channels, FeatureGrid code, float weight)
    {
        int length = channels + code.Channels;
        float[] values = GC.AllocateUninitializedArray<float>(checked(size.Count * length));
        Transpose(feature, size.Count, channels, values, length, 1f / MathF.Sqrt(1f + weight));
        float codeLength = MathF.Sqrt(weight / (1f + weight));
        LinearTap[] columns = LinearTap.For(code.Size.Width, size.Width);
        LinearTap[] rows = LinearTap.For(code.Size.Height, size.Height);
        float[] upper = new float[code.Channels];
        for (int y = 0; y < size.Height; y++)
        {
            int first = rows[y].First * code.Size.Width;
            int second = rows[y].Second * code.Size.Width;
            for (int x = 0; x < size.Width; x++)
            {
                LinearTap tap = columns[x];
                Span<float> vector = values.AsSpan((((y * size.Width) + x) * length) + channels, code.Channels);
                TensorPrimitives.Lerp(code[first + tap.First], code[first + tap.Second], tap.Weight, upper);
                TensorPrimitives.Lerp(code[second + tap.First], code[second + tap.Second], tap.Weight, vector);
                TensorPrimitives.Lerp(upper, vector, rows[y].Weight, vector);
                float norm = TensorPrimitives.Norm<float>(vector);
                TensorPrimitives.Multiply(vector, norm > 0 ? codeLength / norm : 0, vector);
            }
        }

        return new FeatureGrid(size, length, values);
    }

    private static void Transpose(ReadOnlySpan<float> source, int count, int channels, Span<float> target, int stride, float factor)
    {
        for (int start = 0; start < count; start += BlockPositions)
        {
            int block = Math.Min(BlockPositions, count - start);
            for (int channel = 0; channel < channels; channel++)
            {
                ReadOnlySpan<float> row = source.Slice((channel * count) + start, block);
                int place = (start * stride) + channel;
                foreach (float value in row)
                {
                    target[place] = value * factor;
                    place += stride;
                }
            }
        }
    }
}
