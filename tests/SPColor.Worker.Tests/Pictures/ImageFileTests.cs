using System.Runtime.InteropServices;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class ImageFileTests
{
    public static TheoryData<string, bool, bool> Lossless { get; } = new()
    {
        { ".png", false, false }, { ".png", false, true }, { ".png", true, false }, { ".png", true, true },
        { ".tif", false, false }, { ".tif", false, true }, { ".tif", true, false }, { ".tif", true, true },
        { ".webp", false, false }, { ".bmp", false, false },
    };

    [Theory]
    [MemberData(nameof(Lossless))]
    public void Lossless_kinds_keep_every_bit(string ending, bool isDeep, bool hasAlpha)
    {
        Picture picture = Samples.Picture(37, 21, isDeep ? PixelFormat.Rgba16 : PixelFormat.Rgba8, hasAlpha);
        Picture read = Samples.Loaded(Samples.Saved(picture, ending));
        Assert.Equal(picture.Pixels.Format, read.Pixels.Format);
        Assert.Equal(picture.Pixels.Bytes, read.Pixels.Bytes);
        Assert.Equal(hasAlpha, read.HasAlpha);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void JPEG_keeps_the_chroma_of_single_pixels()
    {
        Picture picture = Samples.Picture(16, 16);
        for (int i = 0; i < 256; i++)
        {
            bool isRed = ((i + (i / 16)) & 1) == 0;
            (picture.Pixels.Bytes[4 * i], picture.Pixels.Bytes[(4 * i) + 1], picture.Pixels.Bytes[(4 * i) + 2]) = isRed ? ((byte)200, (byte)60, (byte)60) : ((byte)60, (byte)60, (byte)200);
        }
        byte[] read = Samples.Loaded(Samples.Saved(picture, ".jpg")).Pixels.Bytes;
        // Quantisation at quality 95; with subsampled chroma the error would be about 70.
        const int JpegError = 12;
        Assert.True(read.Zip(picture.Pixels.Bytes).Max(pair => Math.Abs(pair.First - pair.Second)) <= JpegError);
    }

    [Theory]
    [InlineData(".bmp")]
    [InlineData(".webp")]
    public void Sixteen_bits_are_rounded_to_eight(string ending)
    {
        Picture picture = Samples.Picture(256, 256, PixelFormat.Rgba16);
        Span<ushort> values = MemoryMarshal.Cast<byte, ushort>(picture.Pixels.Bytes.AsSpan());
        for (int i = 0; i < 65536; i++)
            values[4 * i] = (ushort)i;
        byte[] read = Samples.Loaded(Samples.Saved(picture, ending)).Pixels.Bytes;
        for (int i = 0; i < 65536; i++)
            Assert.Equal((int)Math.Round(i / 257.0), read[4 * i]);
    }

    [Fact]
    public void The_kind_is_told_by_content_not_by_name()
    {
        using TempFolder folder = new();
        string path = folder.Put("really-a-png.jpg", Samples.Saved(Samples.Picture(3, 2), ".png"));
        Assert.Equal(Samples.Picture(3, 2).Pixels.Bytes, ImageFile.Load(path, TestContext.Current.CancellationToken).Pixels.Bytes);
    }

    [Fact]
    public void The_input_may_be_the_output()
    {
        using TempFolder folder = new();
        string path = folder.Put("photo.png", Samples.Saved(Samples.Picture(9, 5), ".png"));
        Picture picture = ImageFile.Load(path, TestContext.Current.CancellationToken);
        picture.Pixels.Bytes[0] ^= 0xFF;
        ImageFile.Save(picture, path, new SaveOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(picture.Pixels.Bytes, ImageFile.Load(path, TestContext.Current.CancellationToken).Pixels.Bytes);
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes()
    {
        foreach (string ending in new[] { ".jpg", ".png", ".tif", ".bmp", ".webp" })
            Assert.Equal(Samples.Saved(Samples.Picture(30, 20), ending), Samples.Saved(Samples.Picture(30, 20), ending));
    }

    [Fact]
    public void Loading_can_be_cancelled()
    {
        using TempFolder folder = new();
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        foreach (string ending in new[] { ".jpg", ".png", ".tif", ".bmp", ".webp" })
        {
            string path = folder.Put("picture" + ending, Samples.Saved(Samples.Picture(30, 20), ending));
            Assert.ThrowsAny<OperationCanceledException>(() => ImageFile.Load(path, cancelled.Token));
        }
    }

    [Fact]
    public void Quality_makes_JPEG_larger()
    {
        using TempFolder folder = new();
        ImageFile.Save(Samples.Picture(64, 64), folder["low.jpg"], new SaveOptions(20), TestContext.Current.CancellationToken);
        ImageFile.Save(Samples.Picture(64, 64), folder["high.jpg"], new SaveOptions(95), TestContext.Current.CancellationToken);
        Assert.True(new FileInfo(folder["high.jpg"]).Length > 2 * new FileInfo(folder["low.jpg"]).Length);
    }
}
