using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Rendering;

/// <summary>Colours drawn over the result while the dialog is open, one per cell of a coarse grid; immutable.</summary>
/// <param name="Seen">The part of the picture that the grid lies over; outside nothing is drawn. Null: all of it.</param>
/// <param name="Cells">Size of the grid.</param>
/// <param name="Colors">One per cell; weight 0 shows the picture, 255 hides it.</param>
internal sealed record CanvasOverlay(SeenPart? Seen, GridSize Cells, OverlayColor[] Colors)
{
    /// <summary>Draws over a tile; alpha stays, and so do transparent pixels.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="tile">Inside it.</param>
    /// <param name="rows">The tile's pixels, BGRA.</param>
    public void Draw(GridSize full, PixelRect tile, TileRow rows)
    {
        SeenPart seen = Seen?.ScaledTo(full) ?? SeenPart.Whole(full);
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

    private static byte Mix(byte below, byte above, byte weight) => (byte)(((below * (255 - weight)) + (above * weight) + 127) / 255);
}

/// <summary>What an overlay draws over one cell.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Weight">0 nothing … 255 all of it.</param>
internal readonly record struct OverlayColor(Engine.Swatch Color, byte Weight);
