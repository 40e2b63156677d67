using System.Numerics.Tensors;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>Makes a network's picture input as the manifest says.</summary>
internal static class PictureTensor
{
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] Deviation = [0.229f, 0.224f, 0.225f];

    /// <summary>Fills 1 × channels × height × width.</summary>
    /// <param name="image">Working-size picture.</param>
    /// <param name="input">The manifest's words.</param>
    internal static NamedTensor Create(LabImage image, PictureInput input)
    {
        GridSize size = InputSize(image, input);
        float[][] planes = Planes(image, input.Convention);
        var tensor = NamedTensor.Create(input.Name, 1, planes.Length, size.Height, size.Width);
        for (int i = 0; i < planes.Length; i++)
        {
            Span<float> plane = tensor.Values.AsSpan(i * size.Count, size.Count);
            if (size == image.Size)
                planes[i].CopyTo(plane);
            else
                PlaneResampler.Bilinear(planes[i], image.Size, plane, size);
            if (input.Convention is InputConvention.Luminance or InputConvention.LuminanceRgb)
                MapLuminance(plane, input.Range);
            else
                Map(plane, input.Range, 1);
            if (input.Convention != InputConvention.RgbImagenet)
                continue;
            TensorPrimitives.Subtract(plane, Mean[i], plane);
            TensorPrimitives.Divide(plane, Deviation[i], plane);
        }

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
        if (range is not { Minimum: 0, Maximum: 100 })
            Map(values, range, 100);
    }

    private static void Map(Span<float> values, ValueRange range, float top)
    {
        TensorPrimitives.Multiply(values, (range.Maximum - range.Minimum) / top, values);
        TensorPrimitives.Add(values, range.Minimum, values);
    }

    private static float[][] Planes(LabImage image, InputConvention convention)
    {
        if (convention is InputConvention.Luminance)
            return [image.L];
        if (convention is InputConvention.LuminanceRgb)
            return [image.L, image.L, image.L];
        bool grey = convention == InputConvention.GreyRgb;
        float[] red = [.. image.L];
        float[] green = grey ? new float[red.Length] : [.. image.A];
        float[] blue = grey ? new float[red.Length] : [.. image.B];
        SrgbLabConverter.LabToRgb(red, green, blue);
        return [red, green, blue];
    }
}
