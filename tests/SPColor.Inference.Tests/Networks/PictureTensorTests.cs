using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Networks;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Networks;

public sealed class PictureTensorTests
{
    /// <summary>Of sRGB values 0…1; a hundredth of a step of 8 bits.</summary>
    private const float Tolerance = 4e-5f;

    /// <summary>Pure red in sRGB, and black.</summary>
    private static readonly LabImage s_picture = Picture((53.240587f, 80.09228f, 67.20275f), (0, 0, 0));

    [Theory]
    [InlineData(InputConvention.Luminance, new[] { 53.240587f })]
    [InlineData(InputConvention.LuminanceRgb, new[] { 53.240587f, 53.240587f, 53.240587f })]
    [InlineData(InputConvention.Rgb, new[] { 100f, 0, 0 })]
    [InlineData(InputConvention.GreyRgb, new[] { 49.85169f, 49.85169f, 49.85169f })]
    public void Channels_are_those_of_the_convention(InputConvention convention, float[] red)
    {
        NamedTensor tensor = PictureTensor.Create(s_picture, new PictureInput("x", convention, new ValueRange(0, 100)));

        Assert.Equal([1, red.Length, 1, 2], tensor.Shape);
        for (int channel = 0; channel < red.Length; channel++)
        {
            Assert.Equal(red[channel], tensor.Values[2 * channel], 100 * Tolerance);
            Assert.Equal(0, tensor.Values[(2 * channel) + 1], 100 * Tolerance);
        }
    }

    [Fact]
    public void Published_references_are_normalised_as_for_ImageNet()
    {
        NamedTensor tensor = PictureTensor.Create(s_picture, new PictureInput("x", InputConvention.RgbImagenet, new ValueRange(0, 1)));

        float[] expected = [(1 - 0.485f) / 0.229f, -0.485f / 0.229f, -0.456f / 0.224f, -0.456f / 0.224f, -0.406f / 0.225f, -0.406f / 0.225f];
        Assert.All(expected.Zip(tensor.Values), pair => Assert.Equal(pair.First, pair.Second, 5 * Tolerance));
    }

    [Fact]
    public void A_fixed_side_resizes_every_channel()
    {
        NamedTensor tensor = PictureTensor.Create(s_picture, new PictureInput("x", InputConvention.Rgb, new ValueRange(0, 1), Side: 4));

        Assert.Equal([1, 3, 4, 4], tensor.Shape);
        Assert.Equal([1f, 0.75f, 0.25f, 0f], tensor.Values[..4], (x, y) => MathF.Abs(x - y) < Tolerance);
        Assert.All(tensor.Values[16..], value => Assert.Equal(0, value, Tolerance));
    }

    private static LabImage Picture(params (float L, float A, float B)[] pixels)
    {
        var image = new LabImage(new GridSize(pixels.Length, 1));
        for (int i = 0; i < pixels.Length; i++)
            (image.L[i], image.A[i], image.B[i]) = pixels[i];
        return image;
    }
}
