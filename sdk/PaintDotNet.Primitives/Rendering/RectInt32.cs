using System.Drawing;

namespace PaintDotNet.Rendering;

public struct RectInt32 : IEquatable<RectInt32>
{
    public RectInt32(int x, int y, int width, int height)
    {
        X = x;
        Y = y;
        Width = width;
        Height = height;
    }

    public RectInt32(Point2Int32 location, SizeInt32 size)
        : this(location.X, location.Y, size.Width, size.Height)
    {
    }

    public RectInt32(int x, int y, SizeInt32 size)
        : this(x, y, size.Width, size.Height)
    {
    }

    public RectInt32(Point2Int32 location, int width, int height)
        : this(location.X, location.Y, width, height)
    {
    }

    public int X { readonly get; set; }

    public int Y { readonly get; set; }

    public int Width { readonly get; set; }

    public int Height { readonly get; set; }

    public readonly int Left => X;

    public readonly int Top => Y;

    public readonly int Right => X + Width;

    public readonly int Bottom => Y + Height;

    public readonly long Area => (long)Width * Height;

    public readonly bool HasArea => Width > 0 && Height > 0;

    public readonly bool IsEmpty => !HasArea;

    public Point2Int32 Location
    {
        get => new(X, Y);
        set => (X, Y) = (value.X, value.Y);
    }

    public SizeInt32 Size
    {
        readonly get => new(Width, Height);
        set => (Width, Height) = (value.Width, value.Height);
    }

    public static RectInt32 Zero => default;

    public static RectInt32 Intersect(RectInt32 a, RectInt32 b)
    {
        int left = Math.Max(a.Left, b.Left), top = Math.Max(a.Top, b.Top);
        int width = Math.Min(a.Right, b.Right) - left, height = Math.Min(a.Bottom, b.Bottom) - top;
        return width < 0 || height < 0 ? Zero : new RectInt32(left, top, width, height);
    }

    public static RectInt32 Union(RectInt32 a, RectInt32 b)
    {
        int left = Math.Min(a.Left, b.Left), top = Math.Min(a.Top, b.Top);
        return new RectInt32(left, top, Math.Max(a.Right, b.Right) - left, Math.Max(a.Bottom, b.Bottom) - top);
    }

    public static RectInt32 Inflate(RectInt32 rect, int dx, int dy) =>
        new(rect.X - dx, rect.Y - dy, rect.Width + 2 * dx, rect.Height + 2 * dy);

    public static RectInt32 Offset(RectInt32 rect, int dx, int dy) => new(rect.X + dx, rect.Y + dy, rect.Size);

    public static RectInt32 Offset(RectInt32 rect, Point2Int32 offset) => Offset(rect, offset.X, offset.Y);

    public readonly bool Contains(int x, int y) => x >= Left && x < Right && y >= Top && y < Bottom;

    public readonly bool Contains(RectInt32 rect) =>
        rect.Left >= Left && rect.Top >= Top && rect.Right <= Right && rect.Bottom <= Bottom;

    public readonly bool IntersectsWith(RectInt32 rect) =>
        rect.Left < Right && rect.Right > Left && rect.Top < Bottom && rect.Bottom > Top;

    public bool Equals(RectInt32 other) => X == other.X && Y == other.Y && Width == other.Width && Height == other.Height;

    public static bool operator ==(RectInt32 a, RectInt32 b) => a.Equals(b);

    public static bool operator !=(RectInt32 a, RectInt32 b) => !a.Equals(b);

    public static implicit operator Rectangle(RectInt32 rect) => new(rect.X, rect.Y, rect.Width, rect.Height);

    public static implicit operator RectInt32(Rectangle rect) => new(rect.X, rect.Y, rect.Width, rect.Height);
}
