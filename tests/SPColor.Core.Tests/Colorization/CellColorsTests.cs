using SPColor.Core.Colorization;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Colorization;

public sealed class CellColorsTests
{
    [Fact]
    public void A_cell_has_the_mean_colour_of_its_visible_pixels_only()
    {
        var image = new LabImage(new GridSize(8, 4));
        Array.Fill(image.A, 100);
        Array.Fill(image.Coverage, 0, 0, 4); // the left cell's first row is hidden
        Array.Fill(image.A, -7, 0, 4);
        Array.Fill(image.L, 60);
        Array.Fill(image.L, 10, 0, 4);
        image.B[4] = 16;

        CellColors cells = CellColors.Pool(image, new GridSize(2, 1));

        Assert.Equal([60, 60], cells.L);
        Assert.Equal([100, 100], cells.A);
        Assert.Equal([0, 1], cells.B);
        Assert.Equal([0.75f, 1], cells.Coverage);
    }

    [Fact]
    public void A_hidden_cell_has_no_colour_and_no_coverage()
    {
        var image = new LabImage(new GridSize(4, 4));
        Array.Fill(image.A, 50);
        Array.Clear(image.Coverage);

        CellColors cells = CellColors.Pool(image, new GridSize(1, 1));

        Assert.Equal((0, 0), (cells.A[0], cells.Coverage[0]));
    }
}
