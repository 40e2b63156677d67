using System.Runtime.InteropServices;
using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class DeepPngTests
{
    [Fact]
    public void All_65536_greys_arrive_exactly()
    {
        ushort[] greys = [.. Enumerable.Range(0, 65536).Select(grey => (ushort)grey)];
        Picture picture = Samples.Loaded(SamplePng.Deep(new GridSize(256, 256), 0, greys));
        Assert.Equal(PixelFormat.Rgba16, picture.Pixels.Format);
        Assert.False(picture.HasAlpha);
        Assert.Equal(greys.SelectMany(grey => new[] { grey, grey, grey, ushort.MaxValue }), MemoryMarshal.Cast<byte, ushort>(picture.Pixels.Bytes.AsSpan()).ToArray());
    }

    [Fact]
    public void All_65536_values_survive_saving()
    {
        Picture picture = Samples.Picture(256, 256, PixelFormat.Rgba16);
        Span<ushort> values = MemoryMarshal.Cast<byte, ushort>(picture.Pixels.Bytes.AsSpan());
        for (int i = 0; i < 65536; i++)
            (values[4 * i], values[(4 * i) + 1], values[(4 * i) + 2]) = ((ushort)i, (ushort)(i * 7), (ushort)(65535 - i));
        Assert.Equal(picture.Pixels.Bytes, Samples.Loaded(Samples.Saved(picture, ".png")).Pixels.Bytes);
    }

    [Fact]
    public void Every_variety_is_read_exactly() =>
        Gen.Select(Gen.Int[1, 17], Gen.Int[1, 17], Gen.Int[0, 3].Select(i => new[] { 0, 2, 4, 6 }[i]), Gen.Bool, Gen.Int[0, 4], Gen.Int)
            .Sample((width, height, colourType, isInterlaced, filter, seed) =>
            {
                byte[] noise = new byte[width * height * 8];
                new Random(seed).NextBytes(noise);
                ushort[] samples = MemoryMarshal.Cast<byte, ushort>(noise).ToArray();
                byte[] file = SamplePng.Deep(new GridSize(width, height), colourType, samples, isInterlaced, filter);
                (PixelBuffer pixels, bool hasAlpha, _) = DeepPng.Read("p", file, CancellationToken.None);
                int channels = colourType switch { 0 => 1, 2 => 3, 4 => 2, _ => 4 };
                ushort[] expected = [.. Enumerable.Range(0, width * height).SelectMany(i => Rgba(samples.AsSpan(i * channels, channels)))];
                return hasAlpha == (colourType >= 4) && MemoryMarshal.Cast<byte, ushort>(pixels.Bytes).SequenceEqual(expected);
            });

    [Fact]
    public void The_transparent_grey_is_transparent()
    {
        Picture picture = Samples.Loaded(SamplePng.Deep(new GridSize(2, 1), 0, [0x1234, 0x1235], transparent: [0x12, 0x34]));
        Assert.True(picture.HasAlpha);
        Assert.Equal([0x1234, 0x1234, 0x1234, 0, 0x1235, 0x1235, 0x1235, 65535], MemoryMarshal.Cast<byte, ushort>(picture.Pixels.Bytes.AsSpan()).ToArray());
    }

    [Fact]
    public void A_flipped_bit_is_noticed()
    {
        byte[] file = SamplePng.Deep(new GridSize(4, 4), 0, new ushort[16]);
        file[50] ^= 1;
        using TempFolder folder = new();
        string path = folder.Put("flipped.png", file);
        Assert.Contains("damaged", Samples.Refusal(path, () => ImageFile.Load(path)), StringComparison.Ordinal);
    }

    private static ushort[] Rgba(Span<ushort> samples) => samples.Length switch
    {
        1 => [samples[0], samples[0], samples[0], ushort.MaxValue],
        2 => [samples[0], samples[0], samples[0], samples[1]],
        3 => [samples[0], samples[1], samples[2], ushort.MaxValue],
        _ => samples.ToArray(),
    };
}
