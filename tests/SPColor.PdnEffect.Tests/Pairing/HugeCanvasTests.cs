using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>The largest canvas that Paint.NET can hold a layer of (4 GB), without its memory.</summary>
public sealed class HugeCanvasTests
{
    private static readonly GridSize s_canvas = new(30_000, 30_000);

    [Fact]
    public async Task It_is_read_row_by_row_and_coloured_tile_by_tile()
    {
        LayerInfo photo = new(0, "Photo", true, 1, new Stripes(0)), coat = new(1, "Coat", true, 1, new Stripes(40));
        await using Desk desk = new(new LayerStack([photo, coat], 0, new NoFiles()));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Empty(desk.Texts);
        PixelBuffer tile = Sheets.Paint(new(8, 8), (_, _) => (90, 90, 90, 255));
        desk.Model.Result!.ColorTile(new(29_992, 29_992, 8, 8), tile.Row, TestContext.Current.CancellationToken);
        Assert.NotEqual(Sheets.Pixel(tile, 7, 7)[0], Sheets.Pixel(tile, 7, 7)[2]);
    }

    /// <summary>Lightness grows from left to right; made when it is read.</summary>
    private sealed class Stripes(int red) : IPixelSource
    {
        private readonly byte[] _row = Sheets.Paint(new(s_canvas.Width, 1), (x, _) => (Math.Min(255, (x / 150) + red), x / 150, x / 150, 255)).Bytes;

        public GridSize Size => s_canvas;

        public PixelFormat Format => PixelFormat.Bgra8;

        public void ReadRow(int y, Span<byte> row) => _row.CopyTo(row);
    }
}
