using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;
using SPColor.Core.Tests.Imaging;

namespace SPColor.Core.Tests.Segmentation;

public sealed class FullSizeAreasTests
{
    private const int Scale = 6, Side = 64;

    /// <summary>Working-size steps, enlarged, leave about a quarter of a working pixel along the edge on the wrong side; this is well below.</summary>
    private const double MostWrong = 0.1;

    private static readonly GridSize _working = new(64, 32), _full = new(64 * Scale, 32 * Scale);

    [Fact]
    public void Areas_end_at_the_full_size_edge()
    {
        PixelBuffer picture = Photo();
        byte[] ids = Find(picture, SeenPart.Whole(_full));
        int wrong = Enumerable.Range(0, _full.Count).Count(pixel => ids[pixel] != (IsBright(pixel) ? 1 : 0));
        Assert.True(wrong < MostWrong * _full.Height * Scale, $"{wrong} pixels");
    }

    [Fact]
    public void Transparent_pixels_and_those_outside_the_part_have_no_area()
    {
        PixelBuffer picture = Photo();
        picture.Row(100)[(4 * 200) + 3] = 0;
        SeenPart part = SeenPart.Of(_full, new PixelRect(30, 0, _full.Width - 30, _full.Height));
        byte[] ids = Find(picture, part);
        Assert.Equal(AreaPlane.NoArea, ids[(100 * _full.Width) + 200]);
        Assert.NotEqual(AreaPlane.NoArea, ids[(100 * _full.Width) + 201]);
        Assert.Equal(AreaPlane.NoArea, ids[(50 * _full.Width) + 28]);
        Assert.NotEqual(AreaPlane.NoArea, ids[(50 * _full.Width) + 31]);
    }

    [Fact]
    public void A_map_of_cells_alone_gives_areas_too()
    {
        PixelBuffer picture = Photo();
        LabImage image = WorkingImageReader.Read(picture, _working, null, CancellationToken.None);
        GridSize cells = _working.AtStride(4);
        ClassMap map = new(cells, [.. Enumerable.Range(0, cells.Count).Select(cell => cell % 2)], new float[cells.Count], 2);
        byte[] ids = FullSizeAreas.Find(picture, image, map, CancellationToken.None);
        Assert.Equal([(byte)0, 1], [.. ids.Distinct().Order()]);
    }

    private static bool IsBright(int pixel) => pixel % _full.Width > 120 + (0.3 * (pixel / _full.Width));

    private static PixelBuffer Photo() => Pictures.Paint(
        _full, PixelFormat.Rgba8, (x, y) => IsBright((y * _full.Width) + x) ? (190, 190, 190, 255) : (80, 80, 80, 255));

    private static byte[] Find(PixelBuffer picture, SeenPart part)
    {
        LabImage image = WorkingImageReader.Read(picture, part, Side, longMayGrow: true, null, CancellationToken.None);
        byte[] ids = [.. image.L.Select(l => (byte)(l > 55 ? 1 : 0))];
        GridSize cells = image.Size.AtStride(4);
        ClassMap map = new(cells, new int[cells.Count], new float[cells.Count], 2) { Pixels = new AreaPlane(image.Size, ids) };
        return FullSizeAreas.Find(picture, image, map, CancellationToken.None);
    }
}
