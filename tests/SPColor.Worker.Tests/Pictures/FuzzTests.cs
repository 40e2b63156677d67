using CsCheck;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class FuzzTests
{
    private const int Mutations = 300;

    [Theory]
    [InlineData(".jpg", PixelFormat.Rgba8)]
    [InlineData(".png", PixelFormat.Rgba8)]
    [InlineData(".png", PixelFormat.Rgba16)]
    [InlineData(".tif", PixelFormat.Rgba8)]
    [InlineData(".tif", PixelFormat.Rgba16)]
    [InlineData(".bmp", PixelFormat.Rgba8)]
    [InlineData(".webp", PixelFormat.Rgba8)]
    public void A_mutated_file_is_read_or_refused_in_one_line(string ending, PixelFormat format)
    {
        PictureMetadata metadata = new(SampleProfiles.Rgb(), Samples.Exif(6), Samples.Dpi);
        byte[] file = Samples.Saved(Samples.Picture(9, 7, format, metadata: metadata), ending);
        Mutate(file);
    }

    [Theory]
    [InlineData("generated-by-us-cmyk.jpg")]
    [InlineData("generated-by-us-three-frames.webp")]
    public void A_mutated_oddity_is_read_or_refused_in_one_line(string name) => Mutate(File.ReadAllBytes(Samples.Fixture(name)));

    [Fact]
    public void A_mutated_grey_profile_is_read_or_refused_in_one_line() =>
        Mutate(Samples.Saved(Samples.Picture(1, 1, metadata: new(SampleProfiles.Grey(1.8))), ".tif"));

    private static void Mutate(byte[] file)
    {
        using TempFolder folder = new();
        string path = folder["mutated"];
        Gen<(int At, byte Value)> change = Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte);
        Gen.Select(change, change, change, Gen.Int[0, 3 * file.Length]).Sample(
            (first, second, third, length) =>
            {
                byte[] mutated = (byte[])file.Clone();
                foreach ((int at, byte value) in new[] { first, second, third })
                    mutated[at] = value;
                File.WriteAllBytes(path, mutated.AsSpan(0, Math.Min(length, mutated.Length)));
                try
                {
                    Picture picture = ImageFile.Load(path);
                    return picture.Pixels.Bytes.Length > 0;
                }
                catch (SPColorException refusal)
                {
                    return !refusal.Message.Contains('\n', StringComparison.Ordinal);
                }
            },
            iter: Mutations,
            threads: 1);
    }
}
