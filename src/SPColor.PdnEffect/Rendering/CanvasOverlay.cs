using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Rendering;

/// <summary>
/// Colours drawn over the result while the dialog is open; immutable. Where they are as fine as the picture at working size they end at the
/// edges of the full-size luminance, as its colours do; coarser ones are squares.
/// </summary>
/// <param name="Picture">The picture at working size; outside the part that it shows nothing is drawn.</param>
/// <param name="Cells">Size of the grid of colours.</param>
/// <param name="Colors">One per cell; weight 0 shows the picture, 255 hides it.</param>
internal sealed record CanvasOverlay(LabImage Picture, GridSize Cells, OverlayColor[] Colors)
{
    // Made by the first tile, off the UI thread.
    private readonly Lazy<GuidedPlanes> _layers = new(() => new GuidedPlanes(
        [
            Plane(Colors, color => color.Weight), Plane(Colors, color => color.Color.B * color.Weight / 255f),
            Plane(Colors, color => color.Color.G * color.Weight / 255f), Plane(Colors, color => color.Color.R * color.Weight / 255f),
        ],
        Picture));

    /// <summary>Draws over a tile; alpha stays, and so do transparent pixels.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="tile">Inside it.</param>
    /// <param name="rows">The tile's pixels, BGRA.</param>
    public void Draw(GridSize full, PixelRect tile, TileRow rows)
    {
        if (Cells == Picture.Size)
            DrawAlongEdges(full, tile, rows);
        else
            DrawSquares(full, tile, rows);
    }

    private void DrawAlongEdges(GridSize full, PixelRect tile, TileRow rows)
    {
        GuidedRows layers = _layers.Value.For(full, tile);
        float[] l = new float[tile.Width];
        for (int y = 0; y < tile.Height; y++)
        {
            Span<byte> row = rows(y);
            SrgbLabConverter.RowToLightness(row[..(4 * tile.Width)], PixelFormat.Bgra8, l);
            layers.Read(y, l);
            for (int x = 0; x < tile.Width; x++)
            {
                Span<byte> pixel = row.Slice(4 * x, 4);
                if (pixel[3] == 0)
                    continue;
                float below = 1 - (Math.Clamp(layers.Values[0][x], 0, 255) / 255);
                for (int channel = 0; channel < 3; channel++)
                    pixel[channel] = (byte)Math.Clamp((pixel[channel] * below) + layers.Values[channel + 1][x] + 0.5f, 0, 255);
            }
        }
    }

    private void DrawSquares(GridSize full, PixelRect tile, TileRow rows)
    {
        SeenPart seen = Picture.Seen?.ScaledTo(full) ?? SeenPart.Whole(full);
        for (int y = 0; y < tile.Height; y++)
        {
            Span<byte> row = rows(y);
            for (int x = 0; x < tile.Width; x++)
            {
                if (Cells.CellAt(seen.ToPart(new PlanePoint(tile.X + x + 0.5, tile.Y + y + 0.5))) is not { } cell)
                    continue;
                OverlayColor color = Colors[cell];
                Span<byte> pixel = row.Slice(4 * x, 4);
                if (color.Weight == 0 || pixel[3] == 0)
                    continue;
                pixel[0] = Mix(pixel[0], color.Color.B, color.Weight);
                pixel[1] = Mix(pixel[1], color.Color.G, color.Weight);
                pixel[2] = Mix(pixel[2], color.Color.R, color.Weight);
            }
        }
    }

    private static float[] Plane(OverlayColor[] colors, Func<OverlayColor, float> value) => Array.ConvertAll(colors, color => value(color));

    private static byte Mix(byte below, byte above, byte weight) => (byte)(((below * (255 - weight)) + (above * weight) + 127) / 255);
}

/// <summary>What an overlay draws over one cell.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Weight">0 nothing … 255 all of it.</param>
internal readonly record struct OverlayColor(Engine.Swatch Color, byte Weight);
