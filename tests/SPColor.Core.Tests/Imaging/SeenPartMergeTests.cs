using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class SeenPartMergeTests
{
    // Rows and columns are interpolated in another order: roundings of single precision, largest in dark channels.
    private const int StepsOf16Bit = 48;

    private static readonly GridSize s_full = new(120, 90);
    private static readonly PixelRect s_part = new(30, 20, 64, 48);

    [Fact]
    public void The_part_gets_the_colours_that_it_would_get_alone_and_all_else_none()
    {
        PixelBuffer sheet = Pictures.Random(s_full, PixelFormat.Bgra8, 3, grey: true, opaque: true), whole = Merged(sheet, SeenPart.Of(s_full, s_part));
        PixelBuffer alone = Pictures.Paint(s_part.Size, PixelFormat.Bgra8, (x, y) => Pictures.Get(sheet, s_part.X + x, s_part.Y + y));
        PixelBuffer photo = Merged(alone, null);
        for (int y = 0; y < s_full.Height; y++)
        {
            for (int x = 0; x < s_full.Width; x++)
            {
                (int px, int py) = (x - s_part.X, y - s_part.Y);
                bool inside = px >= 0 && py >= 0 && px < s_part.Width && py < s_part.Height;
                Assert.Equal(inside ? Pictures.Get(photo, px, py) : Pictures.Get(sheet, x, y), Pictures.Get(whole, x, y));
            }
        }
    }

    [Fact]
    public void What_is_outside_loses_its_own_colour()
    {
        PixelBuffer cream = Pictures.Paint(s_full, PixelFormat.Rgba8, (x, y) => (238, 226, 196, 255));
        (int r, int g, int b, _) = Pictures.Get(Merged(cream, SeenPart.Of(s_full, s_part)), 3, 3);
        Assert.Equal((r, r), (g, b));
    }

    [Fact]
    public void Tiles_make_the_same_picture()
    {
        PixelBuffer sheet = Pictures.Random(s_full, PixelFormat.Bgra8, 3), whole = Merged(sheet, SeenPart.Of(s_full, s_part));
        PixelRect tile = new(25, 15, 40, 30);
        PixelBuffer part = Pictures.Paint(tile.Size, PixelFormat.Bgra8, (x, y) => Pictures.Get(sheet, tile.X + x, tile.Y + y));
        new FullSizeMerge(Upsampler(sheet, SeenPart.Of(s_full, s_part))).RunPart(s_full, tile, part, part, CancellationToken.None);
        for (int i = 0; i < tile.Size.Count; i++)
            Assert.Equal(Pictures.Get(whole, tile.X + (i % tile.Width), tile.Y + (i / tile.Width)), Pictures.Get(part, i % tile.Width, i / tile.Width));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_turned_part_is_coloured_as_the_turned_picture_is(int degrees)
    {
        PixelBuffer lying = Pictures.Random(s_full, PixelFormat.Rgba16, 5, grey: true, opaque: true), upright = Turned(lying, degrees);

        PixelBuffer result = Turned(Merged(lying, SeenPart.Whole(s_full).TurnedBy(degrees)), degrees), expected = Merged(upright, null);

        for (int i = 0; i < upright.Size.Count; i++)
        {
            (int r, int g, int b, _) = Pictures.Get(result, i % upright.Size.Width, i / upright.Size.Width);
            (int er, int eg, int eb, _) = Pictures.Get(expected, i % upright.Size.Width, i / upright.Size.Width);
            Assert.True(Math.Max(Math.Abs(r - er), Math.Max(Math.Abs(g - eg), Math.Abs(b - eb))) <= StepsOf16Bit, $"{i}: {(r, g, b)}, not {(er, eg, eb)}");
        }
    }

    private static PixelBuffer Turned(PixelBuffer picture, int degrees)
    {
        if (degrees == 0)
            return picture;
        PixelBuffer quarter = Pictures.Paint(
            new(picture.Size.Height, picture.Size.Width), picture.Format, (x, y) => Pictures.Get(picture, y, picture.Size.Height - 1 - x));
        return Turned(quarter, degrees - 90);
    }

    private static PixelBuffer Merged(PixelBuffer picture, SeenPart? part)
    {
        PixelBuffer result = new(picture.Size, picture.Format);
        new FullSizeMerge(Upsampler(picture, part)).Run(picture, result, null, CancellationToken.None);
        return result;
    }

    private static ChromaUpsampler Upsampler(PixelBuffer picture, SeenPart? part)
    {
        LabImage guide = WorkingImageReader.Read(
            picture, part ?? SeenPart.Whole(picture.Size), WorkingSize.Multiple * 2, longMayGrow: false, null, CancellationToken.None);
        return new ChromaUpsampler(Pictures.Wild(guide.Size, 8), guide);
    }
}
