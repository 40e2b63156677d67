using System.Buffers.Binary;
using SPColor.Worker.Pictures;
using SPColor.Worker.Profiles;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Profiles;

public class PngColorTests
{
    private static readonly uint[] _srgbPrimaries = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];
    private static readonly uint[] _adobePrimaries = [31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000];

    [Theory]
    [InlineData(100_000, 188)]
    [InlineData(55_556, 145)]
    [InlineData(45_455, 128)]
    [InlineData(0, 128)]
    public void Gamma_is_followed_and_45455_is_sRGB(int gamma, int tone)
    {
        FollowedSpace read = new PngColor { Gamma = Numbers((uint)gamma) }.Read()!;
        Assert.Equal(tone, read.Space.SrgbTone(128), 1.0);
        Assert.Equal(tone == 128, read.Profile is null);
        Assert.Equal(tone == 128, new PngColor { Gamma = Numbers((uint)gamma), Primaries = Numbers(_srgbPrimaries) }.Read()!.Space.IsSrgb);
        Assert.True(new PngColor { Gamma = Numbers((uint)gamma), IsSrgb = true }.Read()!.Space.IsSrgb);
    }

    [Fact]
    public void Primaries_are_followed_and_45455_beside_them_is_a_power()
    {
        FollowedSpace read = new PngColor { Gamma = Numbers(45_455), Primaries = Numbers(_adobePrimaries) }.Read()!;
        Assert.Equal(Math.Pow(20 / 255.0, 2.2), read.Space.Red.Linear8[20], 1e-4);
        double[] green = IccTags.Open(read.Profile!)!.Xyz("gXYZ")!;
        Assert.Equal(0.2053, green[0], 0.0002);
        Assert.Equal(0.6257, green[1], 0.0002);
        Assert.Equal(20, new PngColor { Primaries = Numbers(_adobePrimaries) }.Read()!.Space.SrgbTone(20));
    }

    [Theory]
    [InlineData(1, 13, true)]
    [InlineData(12, 13, false)]
    [InlineData(9, 1, false)]
    [InlineData(1, 8, false)]
    public void Code_points_of_ordinary_pictures_are_followed(byte primaries, byte curve, bool isSrgb) =>
        Assert.Equal(isSrgb, new PngColor { CodePoints = [primaries, curve, 0, 1] }.Read()!.Space.IsSrgb);

    [Fact]
    public void High_dynamic_range_is_told()
    {
        Assert.Null(new PngColor { CodePoints = [9, 16, 0, 1] }.Read());
        Picture picture = Samples.Loaded(With(Plain(), ("cICP", [9, 16, 0, 1])));
        Assert.Contains("cICP", Assert.Single(picture.Notes), StringComparison.Ordinal);
        Assert.True(picture.Pixels.Space.IsSrgb);
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".tif")]
    [InlineData(".webp")]
    public void Every_kind_of_output_says_it_again(string ending)
    {
        Picture photo = Samples.Loaded(With(Plain(), ("gAMA", Numbers(100_000)), ("cHRM", Numbers(_adobePrimaries))));
        Assert.Equal(188, photo.Pixels.Space.SrgbTone(128));
        byte[] file = Samples.Saved(photo, ending);
        Assert.Equal(188, Samples.Loaded(file).Pixels.Space.SrgbTone(128));
        if (ending == ".png")
        {
            PngChunk[] chunks = [.. PngChunks.Walk(file)];
            Assert.Equal(Numbers(100_000), chunks.Single(chunk => chunk.Name == "gAMA").Data.ToArray());
            Assert.Equal(Numbers(_adobePrimaries), chunks.Single(chunk => chunk.Name == "cHRM").Data.ToArray());
        }
    }

    [Fact]
    public void A_profile_is_believed_more()
    {
        Picture picture = Samples.Loaded(With(Samples.Saved(Samples.Picture(4, 4, metadata: new(SampleProfiles.Srgb())), ".png"), ("gAMA", Numbers(100_000))));
        Assert.True(picture.Pixels.Space.IsSrgb);
        Assert.Null(picture.Metadata.PngColor);
    }

    [Fact]
    public void Nonsense_counts_as_sRGB_or_is_told()
    {
        Assert.True(new PngColor { Gamma = [1], Primaries = new byte[32] }.Read()!.Space.IsSrgb);
        Assert.Null(new PngColor { Primaries = Numbers(31270, 32900, 64000, 33000, 64000, 33000, 15000, 6000) }.Read());
    }

    private static byte[] Plain() => Samples.Saved(Samples.Picture(4, 4), ".png");

    private static byte[] With(byte[] png, params (string Name, byte[] Data)[] chunks)
    {
        const int HeaderEnd = 33;
        using MemoryStream file = new();
        file.Write(png.AsSpan(0, HeaderEnd));
        foreach ((string name, byte[] data) in chunks)
            PngChunks.Write(file, System.Text.Encoding.ASCII.GetBytes(name), data);
        file.Write(png.AsSpan(HeaderEnd));
        return file.ToArray();
    }

    private static byte[] Numbers(params uint[] values)
    {
        byte[] data = new byte[4 * values.Length];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4 * i), values[i]);
        return data;
    }
}
