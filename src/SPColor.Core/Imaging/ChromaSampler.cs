using System.Runtime.Intrinsics;

namespace SPColor.Core.Imaging;

/// <summary>Gives rows of a* and b* at full size from lines <c>ab = A·L + B</c> at working size; one per thread.</summary>
/// <param name="lines">Per working-size pixel: A of a*, A of b*, B of a*, B of b*.</param>
/// <param name="working">Working size.</param>
internal abstract class ChromaSampler(Vector128<float>[] lines, GridSize working)
{
    /// <summary>The lines, row by row.</summary>
    protected Vector128<float>[] Lines => lines;

    /// <summary>Working size.</summary>
    protected GridSize Working => working;

    /// <summary>Computes one row; 0 outside the part that was seen.</summary>
    /// <param name="y">Row of the tile.</param>
    /// <param name="l">L* of that row.</param>
    /// <param name="a">Receives a*.</param>
    /// <param name="b">Receives b*.</param>
    public abstract void ReadRow(int y, ReadOnlySpan<float> l, Span<float> a, Span<float> b);

    /// <summary>How much of a pixel lies inside, where the part ends along one of its axes: it fades over one pixel.</summary>
    /// <param name="place">Of the pixel's centre, 0…1 inside.</param>
    /// <param name="length">Of that axis, in pixels.</param>
    /// <param name="margin">In pixels.</param>
    protected static float Inside(double place, double length, double margin) =>
        (float)Math.Clamp((Math.Min(place, 1 - place) * length) + margin + 0.5, 0, 1);
}
