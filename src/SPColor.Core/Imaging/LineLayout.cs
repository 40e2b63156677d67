using System.Numerics;
using System.Runtime.InteropServices;

namespace SPColor.Core.Imaging;

/// <summary>
/// All lines of a plane in one direction side by side: first position 0 of every line, then position 1, …, so that one vector holds
/// neighbouring lines. Rows of such a buffer are filled up to whole vectors.
/// </summary>
/// <param name="plane">Size of the plane.</param>
/// <param name="acrossRows">Whether the lines are the plane's rows; else its columns.</param>
internal sealed class LineLayout(GridSize plane, bool acrossRows)
{
    /// <summary>Transposing goes by squares of this side, so that both sides stay in the first-level cache.</summary>
    private const int Block = 16;

    /// <summary>Positions of a line.</summary>
    public int Length { get; } = acrossRows ? plane.Width : plane.Height;

    /// <summary>Vectors that hold one position of all lines.</summary>
    public int Pitch { get; } = ((acrossRows ? plane.Height : plane.Width) + Vector<float>.Count - 1) / Vector<float>.Count;

    /// <summary>Vectors of a buffer.</summary>
    public int Count => Length * Pitch;

    /// <summary>Lays a row-major plane out; what fills vectors up stays as it was.</summary>
    public void Read(ReadOnlySpan<float> from, Vector<float>[] to)
    {
        Span<float> buffer = MemoryMarshal.Cast<Vector<float>, float>(to);
        int pitch = Pitch * Vector<float>.Count;
        if (acrossRows)
            Transpose(from, plane.Width, buffer, pitch, plane);
        else
            for (int y = 0; y < plane.Height; y++)
                from.Slice(y * plane.Width, plane.Width).CopyTo(buffer[(y * pitch)..]);
    }

    /// <summary>The way back.</summary>
    public void Write(Vector<float>[] from, Span<float> to)
    {
        ReadOnlySpan<float> buffer = MemoryMarshal.Cast<Vector<float>, float>(from);
        int pitch = Pitch * Vector<float>.Count;
        if (acrossRows)
            Transpose(buffer, pitch, to, plane.Width, new GridSize(plane.Height, plane.Width));
        else
            for (int y = 0; y < plane.Height; y++)
                buffer.Slice(y * pitch, plane.Width).CopyTo(to[(y * plane.Width)..]);
    }

    private static void Transpose(ReadOnlySpan<float> from, int fromPitch, Span<float> to, int toPitch, GridSize size)
    {
        for (int top = 0; top < size.Height; top += Block)
            for (int left = 0; left < size.Width; left += Block)
                for (int y = top; y < Math.Min(top + Block, size.Height); y++)
                    for (int x = left; x < Math.Min(left + Block, size.Width); x++)
                        to[(x * toPitch) + y] = from[(y * fromPitch) + x];
    }
}
