using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class FullSizeMergeSelectionTests
{
    private static readonly GridSize s_working = new(64, 32);
    private static readonly GridSize s_full = new(256, 48);

    public static TheoryData<PixelFormat> Formats => [.. Pictures.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Unselected_pixels_stay_byte_for_byte(PixelFormat format)
    {
        PixelBuffer source = Pictures.Random(s_full, format, 5);
        PixelBuffer result = Merge(source, (x, y) => (x + y) % 2 == 0 && y != 7 ? byte.MaxValue : (byte)0);
        PixelBuffer everything = Merge(source, (_, _) => byte.MaxValue);
        for (int y = 0; y < s_full.Height; y++)
        {
            for (int x = 0; x < s_full.Width; x++)
                Assert.Equal(Pictures.Get((x + y) % 2 == 0 && y != 7 ? everything : source, x, y), Pictures.Get(result, x, y));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_feathered_edge_fades_from_the_source_to_the_result_at_constant_lightness(bool grey)
    {
        // Steps of 8 bits: about 0.4 units of chroma each way.
        const double FadeTolerance = 1;
        (int r, int g, int b) = grey ? (120, 120, 120) : (150, 120, 90);
        PixelBuffer source = Pictures.Paint(s_full, PixelFormat.Bgra8, (_, _) => (r, g, b, 255));
        PixelBuffer result = Merge(source, (x, _) => (byte)x);
        (double L, double A, double B) own = Pictures.Lab(source, 0, 0);
        for (int x = 0; x < 256; x++)
        {
            (double l, double a, double labB) = Pictures.Lab(result, x, 20);
            Assert.Equal(own.L, l, FadeTolerance);
            Assert.Equal(own.A + ((25 - own.A) * x / 255), a, FadeTolerance);
            Assert.Equal(own.B + ((15 - own.B) * x / 255), labB, FadeTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_faint_selection_without_colour_leaves_greys_byte_for_byte(PixelFormat format)
    {
        PixelBuffer source = Pictures.Random(s_full, format, 2, grey: true);
        Assert.Equal(source.Bytes, Merge(source, (x, _) => (byte)x, 0).Bytes);
    }

    private static PixelBuffer Merge(PixelBuffer source, Func<int, int, byte> coverage, float strength = 1)
    {
        LabImage guide = WorkingImageReader.Read(source, s_working, null, CancellationToken.None);
        PixelBuffer result = new(source.Size, source.Format);
        FullSizeMerge merge = new(new ChromaUpsampler(Pictures.Uniform(s_working, 25, 15), guide))
        {
            Selection = new DrawnSelection(source.Size.Width, coverage),
            Strength = strength,
        };
        merge.Run(source, result, null, CancellationToken.None);
        return result;
    }

    private sealed class DrawnSelection(int width, Func<int, int, byte> coverage) : ISelection
    {
        public void ReadRow(int y, Span<byte> row)
        {
            for (int x = 0; x < width; x++)
                row[x] = coverage(x, y);
        }
    }
}
