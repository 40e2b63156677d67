using System.Numerics.Tensors;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Imaging;

/// <summary>A smaller picture of one at working size, by area averages of its planes.</summary>
internal static class LabShrink
{
    /// <summary>Shrinks a picture; what shows nothing is expected to be filled already (<see cref="HiddenFill"/>).</summary>
    /// <param name="image">At working size.</param>
    /// <param name="size">At most as large along both axes.</param>
    public static LabImage To(LabImage image, GridSize size)
    {
        LabImage small = new(size) { Seen = image.Seen };
        AxisWeights across = new(image.Size.Width, size.Width), down = new(image.Size.Height, size.Height);
        (float[] From, float[] To)[] planes = [(image.L, small.L), (image.A, small.A), (image.B, small.B), (image.Coverage, small.Coverage)];
        Parallel.ForEach(planes, plane => Shrink(plane.From, image.Size.Width, plane.To, size, across, down));
        return small;
    }

    private static void Shrink(float[] from, int width, float[] to, GridSize size, AxisWeights across, AxisWeights down)
    {
        float[] row = new float[width];
        for (int y = 0; y < size.Height; y++)
        {
            Array.Clear(row);
            ReadOnlySpan<float> weights = down.Of(y);
            for (int i = 0; i < weights.Length; i++)
                TensorPrimitives.MultiplyAdd(from.AsSpan((down.First(y) + i) * width, width), weights[i], row, row);
            for (int x = 0; x < size.Width; x++)
                to[(y * size.Width) + x] = VectorMath.Dot(row.AsSpan(across.First(x), across.Of(x).Length), across.Of(x));
        }
    }
}
