using System.Buffers.Binary;
using SPColor.Core.Files;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing() => Assert.Contains("no such file", Refused(_folder["nothing.png"]), StringComparison.Ordinal);

    [Fact]
    public void In_a_missing_folder() => Assert.Contains("no such file", Refused(_folder["no/such/folder.png"]), StringComparison.Ordinal);

    [Fact]
    public void A_folder() => Assert.Contains("this is a folder", Refused(_folder.Root), StringComparison.Ordinal);

    [Fact]
    public void Empty() => Assert.Contains("is empty", Refused(_folder.Put("empty.jpg", [])), StringComparison.Ordinal);

    [Fact]
    public void Not_an_image() =>
        Assert.Contains("give a JPEG, PNG, TIFF, BMP, WebP or GIF file", Refused(_folder.Put("letter.jpg", "Dear Sir or Madam"u8)), StringComparison.Ordinal);

    // The error itself, not a protected file: to a privileged user every file is readable.
    [Fact]
    public void No_permission() =>
        Assert.Contains("no permission", FileErrors.Reading("secret.png", new UnauthorizedAccessException()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".bmp")]
    [InlineData(".webp")]
    public void Truncated(string ending)
    {
        byte[] file = Samples.Saved(Samples.Picture(90, 70), ending);
        foreach (int percent in new[] { 10, 40, 70, 95 })
        {
            string message = Refused(_folder.Put("cut" + ending, file.AsSpan(0, file.Length * percent / 100)));
            Assert.Contains("incomplete", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Truncated_with_16_bits()
    {
        byte[] file = Samples.Saved(Samples.Picture(90, 70, PixelFormat.Rgba16), ".png");
        Assert.Contains("incomplete", Refused(_folder.Put("cut.png", file.AsSpan(0, file.Length / 2))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".bmp")]
    [InlineData(".webp")]
    public void One_pixel_works(string ending) =>
        Assert.Equal(new GridSize(1, 1), Samples.Loaded(Samples.Saved(Samples.Picture(1, 1), ending)).Pixels.Size);

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".bmp")]
    public void Forty_thousand_by_one_works(string ending) =>
        Assert.Equal(new GridSize(40_000, 1), Samples.Loaded(Samples.Saved(Samples.Picture(40_000, 1), ending)).Pixels.Size);

    [Fact]
    public void Forty_thousand_by_one_is_too_long_for_WebP()
    {
        string path = _folder["long.webp"];
        string message = Samples.Refusal(path, () => ImageFile.Save(Samples.Picture(40_000, 1), path, new SaveOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("16383 pixels a side, the picture has 40000: use .png or .tif", message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Twenty_thousand_square_is_refused_from_its_header(int bits)
    {
        string message = Refused(_folder.Put("huge.png", SamplePng.HeaderOnly(new GridSize(20_000, 20_000), bits)));
        Assert.Contains("20000×20000 pixels are more than the 268 million", message, StringComparison.Ordinal);
        Assert.Contains(bits == 8 ? "reduce it to 16384×16384" : "reduce it to 16383×16383", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_thousand_square_TIFF_is_refused_from_its_header()
    {
        byte[] file = Samples.Saved(Samples.Picture(3, 2), ".tif");
        int directory = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        for (int entry = directory + 2; entry < directory + 2 + (12 * BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(directory))); entry += 12)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(entry)) is 256 or 257)
                BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(entry + 8), 20_000);
        }
        Assert.Contains("reduce it to 16384×16384", Refused(_folder.Put("huge.tif", file)), StringComparison.Ordinal);
    }

    [Fact]
    public void CMYK_JPEG_has_the_right_colours()
    {
        Picture picture = ImageFile.Load(Samples.Fixture("generated-by-us-cmyk.jpg"), TestContext.Current.CancellationToken);
        // Full inks in columns of eight; JPEG at quality 98 bends them a little.
        const int JpegError = 12;
        int[][] expected = [[0, 255, 255], [255, 0, 255], [255, 255, 0], [0, 0, 0]];
        for (int ink = 0; ink < expected.Length; ink++)
        {
            ReadOnlySpan<byte> pixel = picture.Pixels.Row(4)[(4 * ((8 * ink) + 4))..];
            for (int channel = 0; channel < 3; channel++)
                Assert.InRange(pixel[channel], expected[ink][channel] - JpegError, expected[ink][channel] + JpegError);
        }
        Assert.Null(picture.Metadata.IccProfile);
    }

    [Fact]
    public void Animated_WebP_gives_its_first_frame_and_says_so()
    {
        Picture picture = ImageFile.Load(Samples.Fixture("generated-by-us-three-frames.webp"), TestContext.Current.CancellationToken);
        Assert.Contains("first of its 3 frames", Assert.Single(picture.Notes), StringComparison.Ordinal);
        Assert.Equal([0, 0, 0, 255], picture.Pixels.Bytes[..4]);
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".webp")]
    public void Zero_alpha_everywhere_stays(string ending)
    {
        PixelBuffer clear = new(new GridSize(4, 4), PixelFormat.Rgba8);
        Picture picture = Samples.Loaded(Samples.Saved(new Picture(clear, true, PictureMetadata.None), ending));
        Assert.True(picture.HasAlpha);
        Assert.Equal(clear.Bytes, picture.Pixels.Bytes);
    }

    private static string Refused(string path) => Samples.Refusal(path, () => ImageFile.Load(path, TestContext.Current.CancellationToken));
}
