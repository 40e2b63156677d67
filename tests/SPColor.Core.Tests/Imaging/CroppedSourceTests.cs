using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class CroppedSourceTests
{
    [Theory]
    [InlineData(PixelFormat.Bgra8)]
    [InlineData(PixelFormat.Rgba16)]
    public void Rows_are_those_of_the_rectangle(PixelFormat format)
    {
        PixelBuffer whole = Pictures.Random(new(7, 5), format, 1);
        CroppedSource crop = new(whole, new(2, 1, 4, 3));
        int pixel = format.BytesPerPixel();
        byte[] row = new byte[4 * pixel];
        Assert.Equal(new GridSize(4, 3), crop.Size);
        for (int y = 0; y < 3; y++)
        {
            crop.ReadRow(y, row);
            Assert.Equal(whole.Row(y + 1).Slice(2 * pixel, 4 * pixel).ToArray(), row);
        }
    }

    [Theory]
    [InlineData(-1, 0, 2, 2)]
    [InlineData(0, 0, 0, 2)]
    [InlineData(6, 0, 2, 2)]
    [InlineData(0, 4, 2, int.MaxValue)]
    public void A_rectangle_that_sticks_out_is_refused(int x, int y, int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new CroppedSource(new PixelBuffer(new(7, 5), PixelFormat.Bgra8), new(x, y, width, height)));

    [Fact]
    public void Rows_outside_the_rectangle_are_refused()
    {
        CroppedSource crop = new(new PixelBuffer(new(7, 5), PixelFormat.Bgra8), new(0, 1, 7, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => crop.ReadRow(2, new byte[28]));
    }
}
