using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Contract.Tests.Sdk;

public sealed unsafe class RegionPtrTests
{
    private const int Width = 5, Height = 4;
    private readonly int[] pixels = GC.AllocateArray<int>(Width * Height, pinned: true);

    private RegionPtr<int> Region
    {
        get
        {
            fixed (int* first = pixels) return new RegionPtr<int>(first, Width, Height, Width * sizeof(int));
        }
    }

    [Fact]
    public void A_slice_is_a_window_on_the_same_memory()
    {
        Region.Slice(new RectInt32(1, 2, 3, 2)).Fill(7);
        int[] expected = [.. Enumerable.Range(0, Width * Height).Select(i => i % Width is >= 1 and < 4 && i / Width >= 2 ? 7 : 0)];
        Assert.Equal(expected, pixels);
    }

    [Fact]
    public void Rows_and_coordinates_name_the_same_pixel()
    {
        Region[3, 1] = 9;
        Assert.Equal(9, Region.Rows[1][3]);
        Assert.Equal(9, pixels[Width + 3]);
        Assert.Equal(Width, (int)(Region.Rows[1].EndPtr - Region.Rows[1].Ptr));
    }

    [Fact]
    public void Copies_go_row_by_row()
    {
        for (int i = 0; i < pixels.Length; i++) pixels[i] = i;
        Region.Slice(new RectInt32(0, 0, 2, 2)).CopyTo(Region.Slice(new RectInt32(3, 2, 2, 2)));
        Assert.Equal([0, 1, 5, 6], [Region[3, 2], Region[4, 2], Region[3, 3], Region[4, 3]]);
    }

    [Fact]
    public void Whatever_is_outside_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Region[Width, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Region[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Region.Slice(new RectInt32(1, 0, Width, 1)).Width);
        Assert.Throws<ArgumentException>(() => Region.CopyTo(Region.SliceRows(0, 2)));
        Assert.Throws<ArgumentException>(() => Region.Cast<byte>().Width);
    }

    [Fact]
    public void A_cast_reads_the_same_bytes_as_another_type()
    {
        Region[0, 0] = 0x40302010;
        ColorBgra32 pixel = Region.Cast<ColorBgra32>()[0, 0];
        Assert.Equal((0x10, 0x20, 0x30, 0x40), (pixel.B, pixel.G, pixel.R, pixel.A));
    }
}
