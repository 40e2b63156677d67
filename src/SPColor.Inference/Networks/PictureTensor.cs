using System.Numerics.Tensors;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>Makes a network's picture input as the manifest says.</summary>
internal static class PictureTensor
{
    /// <summary>Fills 1 × channels × height × width.</summary>
    /// <param name="image">Working-size picture.</param>
    /// <param name="input">The manifest's words.</param>
    internal static NamedTensor Create(LabImage image, PictureInput input)
    {
        GridSize size = InputSize(image, input);
        var tensor = NamedTensor.Create(input.Name, 1, 1, size.Height, size.Width);
        if (size == image.Size)
            image.L.CopyTo(tensor.Values, 0);
        else
            PlaneResampler.Bilinear(image.L, image.Size, tensor.Values, size);
        MapLuminance(tensor.Values, input.Range);
        return tensor;
    }

    /// <summary>Size at which the network sees the picture.</summary>
    /// <param name="image">Working-size picture.</param>
    /// <param name="input">The manifest's words.</param>
    internal static GridSize InputSize(LabImage image, PictureInput input) =>
        input.Side is { } side ? new GridSize(side, side) : image.Size;

    /// <summary>Maps L* 0…100 to a range, in place.</summary>
    /// <param name="values">L*.</param>
    /// <param name="range">What 0 and 100 become.</param>
    internal static void MapLuminance(Span<float> values, ValueRange range)
    {
        if (range is { Minimum: 0, Maximum: 100 })
            return;
        TensorPrimitives.Multiply(values, (range.Maximum - range.Minimum) / 100f, values);
        TensorPrimitives.Add(values, range.Minimum, values);
    }
}
