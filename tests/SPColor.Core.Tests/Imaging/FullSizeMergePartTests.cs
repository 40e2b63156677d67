using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class FullSizeMergePartTests
{
    private static readonly GridSize s_working = new(64, 32);
    private static readonly GridSize s_full = new(170, 90);

    [Fact]
    public void Any_part_is_byte_for_byte_that_part_of_the_whole() =>
        Gen.Select(Gen.Int[0, 169], Gen.Int[0, 89], Gen.Int[1, 170], Gen.Int[1, 90], Gen.Int[0, Pictures.Formats.Length - 1]).Sample(
            (x, y, width, height, kind) =>
            {
                PixelFormat format = Pictures.Formats[kind];
                PixelRect part = new(x, y, Math.Min(width, 170 - x), Math.Min(height, 90 - y));
                PixelBuffer source = Pictures.Random(s_full, format, 5, grey: false);
                FullSizeMerge merge = new(new ChromaUpsampler(Pictures.Wild(s_working, 6), new LabImage(s_working))) { Strength = 0.7f };
                PixelBuffer whole = new(s_full, format), tile = new(part.Size, format);
                merge.Run(source, whole, null, TestContext.Current.CancellationToken);
                merge.RunPart(s_full, part, new CroppedSource(source, part), tile, TestContext.Current.CancellationToken);

                byte[] expected = new byte[tile.Stride];
                for (int row = 0; row < part.Height; row++)
                {
                    new CroppedSource(whole, part).ReadRow(row, expected);
                    Assert.Equal(expected, tile.Row(row).ToArray());
                }
            },
            iter: 60);

    [Fact]
    public void A_source_of_another_size_is_refused()
    {
        FullSizeMerge merge = new(new ChromaUpsampler(Pictures.Wild(s_working, 6), new LabImage(s_working)));
        PixelBuffer pixels = new(new(3, 3), PixelFormat.Bgra8);
        Assert.Throws<ArgumentException>(
            () => merge.RunPart(s_full, new(0, 0, 4, 3), pixels, pixels, TestContext.Current.CancellationToken));
    }
}
