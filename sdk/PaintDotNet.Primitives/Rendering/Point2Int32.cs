namespace PaintDotNet.Rendering;

public struct Point2Int32 : IEquatable<Point2Int32>
{
    public Point2Int32(int x, int y)
    {
        X = x;
        Y = y;
    }

    public int X { readonly get; set; }

    public int Y { readonly get; set; }

    public static Point2Int32 Zero => default;

    public readonly bool Equals(Point2Int32 other) => X == other.X && Y == other.Y;

    public static bool operator ==(Point2Int32 lhs, Point2Int32 rhs) => lhs.Equals(rhs);

    public static bool operator !=(Point2Int32 lhs, Point2Int32 rhs) => !lhs.Equals(rhs);

    public static Point2Int32 operator -(Point2Int32 pt) => new(-pt.X, -pt.Y);
}
