using CsCheck;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Tests.Layers;

public sealed class SelectionMaskTests
{
    private static readonly GridSize s_canvas = new(40, 30);

    [Fact]
    public void It_is_the_host_mask_inside_its_bounds_and_nothing_outside_in_whole_and_in_parts() =>
        Gen.Select(Rect(), Rect(), Gen.Byte.Array[1200]).Sample((bounds, tile, coverage) =>
        {
            SelectionMask mask = new(bounds, new Rows(coverage), s_canvas.Width, CancellationToken.None);
            byte[] whole = new byte[s_canvas.Width], part = new byte[tile.Width];
            ISelection tileMask = mask.Part(tile);
            for (int y = 0; y < s_canvas.Height; y++)
            {
                mask.ReadRow(y, whole);
                for (int x = 0; x < s_canvas.Width; x++)
                    Assert.Equal(Contains(bounds, x, y) ? coverage[(y * s_canvas.Width) + x] : 0, whole[x]);
                if (y < tile.Y || y >= tile.Y + tile.Height)
                    continue;
                tileMask.ReadRow(y - tile.Y, part);
                Assert.Equal(whole.AsSpan(tile.X, tile.Width).ToArray(), part);
            }
        });

    private static Gen<PixelRect> Rect() =>
        Gen.Select(Gen.Int[0, 39], Gen.Int[0, 29], Gen.Int[1, 40], Gen.Int[1, 30], (x, y, width, height) =>
            new PixelRect(x, y, Math.Min(width, 40 - x), Math.Min(height, 30 - y)));

    private static bool Contains(PixelRect rect, int x, int y) =>
        x >= rect.X && y >= rect.Y && x < rect.X + rect.Width && y < rect.Y + rect.Height;

    private sealed class Rows(byte[] coverage) : ISelection
    {
        public void ReadRow(int y, Span<byte> row) => coverage.AsSpan(y * s_canvas.Width, s_canvas.Width).CopyTo(row);
    }
}
