using System.Buffers.Binary;
using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class ExifBlockTests
{
    // The block is written in thousandths of a pixel per inch, so half of one, and a little for binary fractions.
    private const double ResolutionStep = 0.000501;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Upright_keeps_the_camera_and_corrects_what_changed(bool bigEndian)
    {
        byte[] upright = ExifBlock.Upright(Samples.Exif(6, bigEndian), new GridSize(7, 11))!;
        Assert.Equal(1, ExifBlock.Orientation(upright));
        Assert.Equal("OldBox1\0"u8, upright.AsSpan(120, 8));
        int length = bigEndian ? BinaryPrimitives.ReadInt32BigEndian(upright.AsSpan(90)) : BinaryPrimitives.ReadInt32LittleEndian(upright.AsSpan(90));
        int height = bigEndian ? BinaryPrimitives.ReadInt32BigEndian(upright.AsSpan(102)) : BinaryPrimitives.ReadInt32LittleEndian(upright.AsSpan(102));
        Assert.Equal((7, 11), (length, height));
        Assert.True(upright.AsSpan(70, 4).IndexOfAnyExcept((byte)0) < 0, "no thumbnail directory follows");
    }

    [Fact]
    public void A_directory_that_points_to_itself_is_harmless()
    {
        byte[] block = Samples.Exif(3);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(66), 8);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(70), 8);
        Assert.Equal(1, ExifBlock.Orientation(ExifBlock.Upright(block, new GridSize(1, 1))));
    }

    [Fact]
    public void Resolution_survives_the_block_made_for_it() =>
        Gen.Double[1, 9999].Select(Gen.Double[1, 9999]).Sample((x, y) =>
            ExifBlock.ReadResolution(ExifBlock.WithResolution(null, new Resolution(x, y))) is var (readX, readY)
            && Math.Abs(readX - x) <= ResolutionStep && Math.Abs(readY - y) <= ResolutionStep);

    [Fact]
    public void Any_bytes_are_survived() =>
        Gen.Select(Gen.Int[0, 159], Gen.Byte, Gen.Int[0, 159], Gen.Byte, Gen.Int[0, 160], Gen.Bool)
            .Sample((at, value, at2, value2, length, bigEndian) =>
            {
                byte[] block = Samples.Exif(8, bigEndian);
                (block[at], block[at2]) = (value, value2);
                block = block[..length];
                byte[]? upright = ExifBlock.Upright(block, new GridSize(3, 2));
                return ExifBlock.Orientation(upright) == 1 && (upright is null || upright.Length == length);
            });

    [Fact]
    public void Nothing_is_made_of_what_is_no_block() => Assert.Null(ExifBlock.Upright([1, 2, 3], new GridSize(1, 1)));
}
