using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SPColor.Core.Imaging;

/// <summary>
/// Weighted sums of a row's pixels at working size where the picture is not sRGB: of the values that sRGB would store for the same
/// light, so that a picture averages alike under every curve, linear ones included.
/// </summary>
internal static class CurvedSums
{
    /// <summary>Adds a row to sums of red, green, blue (times alpha) and alpha, in the order of the row's channels.</summary>
    /// <param name="row">Interleaved row.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="space">What its numbers mean.</param>
    /// <param name="across">Weights of the pixels.</param>
    /// <param name="rowWeight">Weight of the row.</param>
    /// <param name="sums">As many as the working size is wide.</param>
    public static void Add(
        ReadOnlySpan<byte> row, PixelFormat format, RgbSpace space, AxisWeights across, float rowWeight, Span<Vector128<float>> sums)
    {
        float[][] tables = space.Encoded(format);
        (float[] first, float[] second, float[] third) = format == PixelFormat.Bgra8
            ? (tables[2], tables[1], tables[0])
            : (tables[0], tables[1], tables[2]);
        ReadOnlySpan<ushort> wide = format == PixelFormat.Rgba16 ? MemoryMarshal.Cast<byte, ushort>(row) : default;
        for (int x = 0; x < sums.Length; x++)
        {
            ReadOnlySpan<float> weights = across.Of(x);
            Vector128<float> sum = Vector128<float>.Zero;
            for (int i = 0; i < weights.Length; i++)
            {
                int at = 4 * (across.First(x) + i);
                Vector128<float> pixel = wide.IsEmpty
                    ? Vector128.Create(first[row[at]], second[row[at + 1]], third[row[at + 2]], 1f) * (row[at + 3] / 255f)
                    : Vector128.Create(first[wide[at]], second[wide[at + 1]], third[wide[at + 2]], 1f) * (wide[at + 3] / 65535f);
                sum += pixel * weights[i];
            }

            sums[x] += sum * rowWeight;
        }
    }
}
