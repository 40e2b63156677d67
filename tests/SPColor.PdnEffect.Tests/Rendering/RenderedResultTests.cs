using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Rendering;

public sealed class RenderedResultTests
{
    private static readonly GridSize s_size = new(90, 70);
    private static readonly GridSize s_working = new(64, 32);
    private static readonly PixelRect s_selected = new(20, 10, 40, 30);

    [Fact]
    public void Tiles_of_any_size_in_any_order_make_the_same_picture() =>
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 70], Gen.Int[0, 1000], Gen.Bool).Sample(
            (width, height, seed, selected) =>
            {
                RenderedResult result = new(s_size, Upsampler(), 0.8f, selected ? Mask() : null, null);
                PixelBuffer tiled = Photo(), whole = Photo();
                PixelRect[] tiles = [.. Tiles(width, height)];
                new Random(seed).Shuffle(tiles);
                foreach (PixelRect tile in tiles)
                    result.ColorTile(tile, y => tiled.Row(tile.Y + y)[(4 * tile.X)..], CancellationToken.None);
                FullSizeMerge merge = new(Upsampler()) { Strength = 0.8f, Selection = selected ? Mask() : null };
                merge.Run(Photo(), whole, null, CancellationToken.None);
                Assert.Equal(whole.Bytes, tiled.Bytes);
            },
            iter: 40);

    [Fact]
    public void Outside_the_selection_every_byte_stays_the_edge_blends_and_alpha_stays_everywhere()
    {
        PixelBuffer before = Photo(), after = Photo(), all = Photo();
        new RenderedResult(s_size, Upsampler(), 1, Mask(), null).ColorTile(Whole, after.Row, CancellationToken.None);
        new RenderedResult(s_size, Upsampler(), 1, null, null).ColorTile(Whole, all.Row, CancellationToken.None);
        int blended = 0;
        for (int y = 0; y < s_size.Height; y++)
        {
            for (int x = 0; x < s_size.Width; x++)
            {
                (byte[] old, byte[] now, byte[] wholly) = (Sheets.Pixel(before, x, y), Sheets.Pixel(after, x, y), Sheets.Pixel(all, x, y));
                Assert.Equal(old[3], now[3]);
                byte coverage = Coverage(x, y);
                if (coverage == 0 || old[3] == 0)
                    Assert.Equal(old, now);
                else if (coverage == 255)
                    Assert.Equal(wholly, now);
                else
                    blended += now[2] - now[0] > 0 && now[2] - now[0] < wholly[2] - wholly[0] ? 1 : 0;
            }
        }

        Assert.True(blended > 50, $"{blended} pixels blend");
    }

    [Fact]
    public void Strength_zero_leaves_a_grey_photo_byte_for_byte()
    {
        PixelBuffer pixels = Photo();
        new RenderedResult(s_size, Upsampler(), 0, null, null).ColorTile(Whole, pixels.Row, CancellationToken.None);
        Assert.Equal(Photo().Bytes, pixels.Bytes);
    }

    [Fact]
    public void An_overlay_is_drawn_above_without_touching_alpha()
    {
        CanvasOverlay overlay = new(new LabImage(s_working), new(2, 1), [default, new OverlayColor(new(10, 20, 30), 255)]);
        PixelBuffer plain = Photo(), drawn = Photo();
        RenderedResult result = new(s_size, Upsampler(), 1, null, null);
        result.ColorTile(Whole, plain.Row, CancellationToken.None);
        (result with { Overlay = overlay }).ColorTile(Whole, drawn.Row, CancellationToken.None);
        Assert.Equal(Sheets.Pixel(plain, 44, 5), Sheets.Pixel(drawn, 44, 5));
        Assert.Equal([30, 20, 10, Sheets.Pixel(plain, 45, 5)[3]], Sheets.Pixel(drawn, 45, 5));
        Assert.Equal(Sheets.Pixel(plain, 80, 69), Sheets.Pixel(drawn, 80, 69));
    }

    [Fact]
    public void An_overlay_as_fine_as_the_working_size_ends_at_the_full_size_edge_in_tiles_too()
    {
        // Working pixels are 4 full ones wide; the edge lies within one.
        const int Edge = 18;
        GridSize full = new(128, 128), working = new(32, 32);
        PixelBuffer photo = Sheets.Paint(full, (x, y) => x < Edge ? (60, 60, 60, 255) : (200, 200, 200, y == 127 ? 0 : 255));
        LabImage picture = WorkingImageReader.Read(photo, working, null, CancellationToken.None);
        OverlayColor[] colors = [.. Enumerable.Range(0, working.Count).Select(pixel => pixel % 32 < 4 ? new OverlayColor(new(250, 0, 0), 255) : default)];
        CanvasOverlay overlay = new(picture, working, colors);
        PixelBuffer whole = Sheets.Paint(full, (x, y) => (photo.Row(y)[4 * x], photo.Row(y)[4 * x], photo.Row(y)[4 * x], photo.Row(y)[(4 * x) + 3]));
        PixelBuffer tiled = Sheets.Paint(full, (x, y) => (photo.Row(y)[4 * x], photo.Row(y)[4 * x], photo.Row(y)[4 * x], photo.Row(y)[(4 * x) + 3]));

        overlay.Draw(full, new PixelRect(0, 0, 128, 128), whole.Row);
        foreach ((int x, int y) in new[] { (0, 0), (50, 0), (0, 70), (50, 70) })
        {
            PixelRect tile = new(x, y, x == 0 ? 50 : 78, y == 0 ? 70 : 58);
            overlay.Draw(full, tile, row => tiled.Row(tile.Y + row)[(4 * tile.X)..]);
        }

        Assert.Equal(whole.Bytes, tiled.Bytes);
        bool Red(int x) => Sheets.Pixel(whole, x, 64)[2] - Sheets.Pixel(whole, x, 64)[0] > 125;
        Assert.Equal([true, true, false, false], new[] { 2, Edge - 2, Edge + 1, 60 }.Select(Red));
        Assert.Equal([200, 200, 200, 0], Sheets.Pixel(whole, 90, 127));
    }

    [Fact]
    public void The_last_tile_of_a_huge_canvas_is_coloured_and_overlaid()
    {
        GridSize huge = new(30_000, 30_000);
        PixelRect corner = new(29_990, 29_990, 10, 10);
        PixelBuffer tile = Sheets.Paint(corner.Size, (_, _) => (120, 120, 120, 255));
        CanvasOverlay overlay = new(new LabImage(s_working), new(2, 2), [default, default, default, new OverlayColor(new(10, 20, 30), 255)]);
        RenderedResult result = new(huge, Upsampler(), 1, null, null);
        result.ColorTile(corner, tile.Row, CancellationToken.None);
        Assert.NotEqual(Sheets.Pixel(tile, 9, 9)[0], Sheets.Pixel(tile, 9, 9)[2]);
        (result with { Overlay = overlay }).ColorTile(corner, tile.Row, CancellationToken.None);
        Assert.Equal([30, 20, 10, 255], Sheets.Pixel(tile, 9, 9));
    }

    [Fact]
    public void A_cancelled_tile_stops()
    {
        PixelBuffer pixels = Photo();
        RenderedResult result = new(s_size, Upsampler(), 1, null, null);
        Assert.ThrowsAny<OperationCanceledException>(() => result.ColorTile(Whole, pixels.Row, new CancellationToken(canceled: true)));
        Assert.Equal(Photo().Bytes, pixels.Bytes);
    }

    private static PixelRect Whole => new(0, 0, s_size.Width, s_size.Height);

    /// <summary>Grey, with a transparent last row.</summary>
    private static PixelBuffer Photo() =>
        Sheets.Paint(s_size, (x, y) => (60 + x, 60 + x, 60 + x, y == s_size.Height - 1 ? 0 : 255 - y));

    private static ChromaUpsampler Upsampler() => new(
        new ChromaPlanes(s_working, [.. Enumerable.Repeat(30f, s_working.Count)], [.. Enumerable.Range(0, s_working.Count).Select(i => 20f + (i % 7))]),
        WorkingImageReader.Read(Photo(), s_working, null, CancellationToken.None));

    private static SelectionMask Mask() => new(s_selected, new Feathered(), s_size.Width, CancellationToken.None);

    private static byte Coverage(int x, int y)
    {
        int inside = Math.Min(
            Math.Min(x - s_selected.X, s_selected.X + s_selected.Width - 1 - x), Math.Min(y - s_selected.Y, s_selected.Y + s_selected.Height - 1 - y));
        return (byte)Math.Clamp((inside + 1) * 60, 0, 255);
    }

    private static IEnumerable<PixelRect> Tiles(int width, int height)
    {
        for (int y = 0; y < s_size.Height; y += height)
        {
            for (int x = 0; x < s_size.Width; x += width)
                yield return new PixelRect(x, y, Math.Min(width, s_size.Width - x), Math.Min(height, s_size.Height - y));
        }
    }

    private sealed class Feathered : ISelection
    {
        public void ReadRow(int y, Span<byte> coverage)
        {
            for (int x = 0; x < coverage.Length; x++)
                coverage[x] = Coverage(x, y);
        }
    }
}
