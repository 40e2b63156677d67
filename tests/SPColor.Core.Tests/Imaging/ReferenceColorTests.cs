using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class ReferenceColorTests
{
    private static readonly GridSize s_size = new(64, 32);

    [Fact]
    public void A_grey_scan_with_compression_noise_has_no_colour() => Assert.False(HasColor((x, y) =>
    {
        // Neighbouring blocks of a grey JPEG differ by a step of chroma.
        int grey = 40 + (3 * x);
        return (grey + (x / 8 % 2), grey, grey + (y / 8 % 2), 255);
    }));

    [Fact]
    public void A_photo_has_colour() => Assert.True(HasColor((x, y) => (90 + x, 100, 100 - y, 255)));

    [Fact]
    public void A_sepia_print_has_colour() => Assert.True(HasColor((x, _) => (60 + (2 * x), 50 + (2 * x), 35 + (2 * x), 255)));

    [Fact]
    public void A_faintly_toned_grey_print_has_no_colour() => Assert.False(HasColor((x, _) => (63 + (3 * x), 60 + (3 * x), 56 + (3 * x), 255)));

    [Fact]
    public void A_small_coloured_thing_before_a_white_wall_is_enough() =>
        Assert.True(HasColor((x, y) => x < 6 && y < 6 ? (200, 30, 30, 255) : (250, 250, 250, 255)));

    [Fact]
    public void Colour_that_nobody_sees_does_not_count() =>
        Assert.False(HasColor((x, _) => x < 60 ? (255, 0, 0, 0) : (80, 80, 80, 255)));

    [Fact]
    public void An_empty_layer_has_no_colour() => Assert.False(HasColor((_, _) => (255, 0, 0, 0)));

    private static bool HasColor(Func<int, int, (int R, int G, int B, int Alpha)> color) => ReferenceColor.HasColor(
        WorkingImageReader.Read(Pictures.Paint(s_size, PixelFormat.Rgba8, color), new(32, 32), null, CancellationToken.None));
}
