using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class WorkingImageReaderTests
{
    // Averages in single precision reach f() with about 3e-7 of error, times 500.
    private const double LabTolerance = 2e-3;
    private const double CoverageTolerance = 1e-5;

    [Fact]
    public void Cells_are_alpha_weighted_area_averages() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 70], Gen.Int[0, 2], Gen.Int[0, 1000]).Sample(
            (width, height, layout, seed) =>
            {
                PixelBuffer picture = Pictures.Random(new(width, height), Pictures.Formats[layout], seed);
                GridSize size = new(Math.Min(width, 32), Math.Min(height, 5));
                LabImage image = WorkingImageReader.Read(picture, size, null, CancellationToken.None);
                for (int i = 0; i < size.Count; i++)
                    AssertCell(Average(picture, size, i % size.Width, i / size.Width), image, i);
            },
            iter: 60);

    [Fact]
    public void Enlarged_axes_are_linear_between_pixel_centres()
    {
        PixelBuffer two = Pictures.Paint(new(2, 1), PixelFormat.Rgba16, (x, _) => (x * 60000, x * 60000, x * 60000, 65535));
        LabImage image = WorkingImageReader.Read(two, new(8, 4), null, CancellationToken.None);
        for (int x = 0; x < 8; x++)
        {
            // Centres of the eight lie at −3/8, −1/8, 1/8 … of the two; outside the outer centres the value stays.
            double c = Math.Clamp(((x + 0.5) / 4) - 0.5, 0, 1) * 60000 / 65535;
            Assert.Equal(LabReference.FromSrgb(c, c, c).L, image.L[x], LabTolerance);
            Assert.Equal(image.L[x], image.L[24 + x]);
        }
    }

    [Fact]
    public void Invisible_cells_are_mid_grey_and_do_not_leak()
    {
        PixelBuffer picture = Pictures.Paint(new(96, 32), PixelFormat.Bgra8, (x, _) => x < 40 ? (255, 0, 0, 0) : (20, 60, 200, 255));
        LabImage image = WorkingImageReader.Read(picture, new(12, 4), null, CancellationToken.None);
        (double L, double A, double B) blue = LabReference.FromSrgb(20 / 255.0, 60 / 255.0, 200 / 255.0);
        for (int i = 0; i < 48; i++)
            AssertCell(i % 12 < 5 ? (50, 0, 0, 0) : (blue.L, blue.A, blue.B, 1), image, i);
    }

    [Fact]
    public void A_picture_in_an_empty_sheet_reads_as_the_picture_alone()
    {
        PixelBuffer alone = Pictures.Random(new(90, 70), PixelFormat.Bgra8, 4, opaque: true);
        PixelBuffer sheet = Pictures.Paint(
            new(300, 200),
            PixelFormat.Bgra8,
            (x, y) => x is >= 50 and < 140 && y is >= 60 and < 130 ? Pictures.Get(alone, x - 50, y - 60) : (1, 2, 3, 0));
        PixelRect bounds = OpaqueBounds.Find(sheet, CancellationToken.None)!.Value;
        LabImage expected = WorkingImageReader.Read(alone, new(64, 32), null, CancellationToken.None);
        LabImage cropped = WorkingImageReader.Read(new CroppedSource(sheet, bounds), new(64, 32), null, CancellationToken.None);
        Assert.Equal(expected.L, cropped.L);
        Assert.Equal(expected.A, cropped.A);
        Assert.Equal(expected.B, cropped.B);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5000, 1)]
    [InlineData(1, 5000)]
    public void Extreme_shapes_are_read(int width, int height)
    {
        PixelBuffer picture = Pictures.Paint(new(width, height), PixelFormat.Rgba8, (_, _) => (200, 100, 50, 255));
        LabImage image = WorkingImageReader.Read(picture, WorkingSize.Fit(picture.Size, 256, longMayGrow: true), null, CancellationToken.None);
        (double L, double A, double B) color = LabReference.FromSrgb(200 / 255.0, 100 / 255.0, 50 / 255.0);
        for (int i = 0; i < image.L.Length; i++)
            AssertCell((color.L, color.A, color.B, 1), image, i);
    }

    [Fact]
    public void Two_runs_give_the_same_bits_and_progress_ends_at_one()
    {
        PixelBuffer picture = Pictures.Random(new(500, 400), PixelFormat.Rgba16, 8);
        List<float> reports = [];
        LabImage first = WorkingImageReader.Read(picture, new(96, 64), new CallbackProgress(reports.Add), CancellationToken.None);
        LabImage second = WorkingImageReader.Read(picture, new(96, 64), null, CancellationToken.None);
        Assert.Equal(first.L, second.L);
        Assert.Equal(first.A, second.A);
        Assert.Equal(first.Coverage, second.Coverage);
        Assert.Equal(reports.Order(), reports);
        Assert.Equal(1f, reports[^1]);
    }

    [Fact]
    public void Cancelling_from_progress_stops_the_read()
    {
        using CancellationTokenSource stop = new();
        PixelBuffer picture = new(new(64, 640), PixelFormat.Bgra8);
        Assert.ThrowsAny<OperationCanceledException>(
            () => WorkingImageReader.Read(picture, new(32, 320), new CallbackProgress(_ => stop.Cancel()), stop.Token));
    }

    private static void AssertCell((double L, double A, double B, double Coverage) expected, LabImage image, int i)
    {
        Assert.Equal(expected.Coverage, image.Coverage[i], CoverageTolerance);
        Assert.Equal(expected.L, image.L[i], LabTolerance);
        Assert.Equal(expected.A, image.A[i], LabTolerance);
        Assert.Equal(expected.B, image.B[i], LabTolerance);
    }

    private static (double L, double A, double B, double Coverage) Average(PixelBuffer picture, GridSize size, int column, int row)
    {
        (int width, int height) = picture.Size;
        double top = Pictures.Top(picture.Format), r = 0, g = 0, b = 0, alpha = 0, area = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double part = Overlap(x, width, column, size.Width) * Overlap(y, height, row, size.Height);
                (int pr, int pg, int pb, int pa) = Pictures.Get(picture, x, y);
                double seen = part * pa / top;
                (r, g, b, alpha, area) = (r + (seen * pr / top), g + (seen * pg / top), b + (seen * pb / top), alpha + seen, area + part);
            }
        }

        if (alpha == 0)
            return (50, 0, 0, 0);
        (double l, double labA, double labB) = LabReference.FromSrgb(r / alpha, g / alpha, b / alpha);
        return (l, labA, labB, alpha / area);
    }

    private static double Overlap(int pixel, int from, int cell, int to) => Math.Max(
        0, Math.Min(pixel + 1, (cell + 1) * (double)from / to) - Math.Max(pixel, cell * (double)from / to));
}
