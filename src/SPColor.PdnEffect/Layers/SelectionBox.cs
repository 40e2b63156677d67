using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Layers;

/// <summary>
/// Where steps 1–7 look in the layer when something is selected: a face, or one print of an album's page, then has all of the working
/// size for itself. Shape and softness of the selection say what changes, not what is looked at.
/// </summary>
/// <param name="Box">The selection's bounds and a little around them, inside the layer; null: all of the layer is looked at anyway.</param>
/// <param name="IsTooSmall">Whether that is because nothing can be recognised in it.</param>
internal sealed record SelectionBox(PixelRect? Box, bool IsTooSmall)
{
    // A twentieth more on each side: what is at the selection's edge is then seen with what it belongs to.
    private const int SurroundPart = 20;

    /// <summary>The box of a selection.</summary>
    /// <param name="selection">Null: everything is selected.</param>
    /// <param name="layer">Size of the layer.</param>
    public static SelectionBox Of(SelectionMask? selection, GridSize layer)
    {
        if (selection is null)
            return new SelectionBox(null, false);
        (int left, int width) = Around(selection.Bounds.X, selection.Bounds.Width, layer.Width);
        (int top, int height) = Around(selection.Bounds.Y, selection.Bounds.Height, layer.Height);
        PixelRect box = new(left, top, width, height);
        bool isTooSmall = width < Math.Min(PhotoFinder.LeastSide, layer.Width) || height < Math.Min(PhotoFinder.LeastSide, layer.Height);
        return new SelectionBox(isTooSmall || box == PixelRect.Whole(layer) ? null : box, isTooSmall);
    }

    private static (int First, int Length) Around(int first, int length, int most)
    {
        int more = (length + SurroundPart - 1) / SurroundPart, start = Math.Max(0, first - more);
        return (start, Math.Min(most, first + length + more) - start);
    }
}
