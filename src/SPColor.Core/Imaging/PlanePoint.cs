namespace SPColor.Core.Imaging;

/// <summary>A place or a step in a picture, in pixels: (0, 0) is the outer corner of the first pixel, not its centre.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct PlanePoint(double X, double Y)
{
    /// <summary>Distance from (0, 0).</summary>
    public double Length => double.Hypot(X, Y);

    /// <summary>The sum of both.</summary>
    public static PlanePoint operator +(PlanePoint p, PlanePoint q) => new(p.X + q.X, p.Y + q.Y);

    /// <summary>The step from one to the other.</summary>
    public static PlanePoint operator -(PlanePoint p, PlanePoint q) => new(p.X - q.X, p.Y - q.Y);

    /// <summary>So many times as far from (0, 0).</summary>
    public static PlanePoint operator *(PlanePoint p, double factor) => new(p.X * factor, p.Y * factor);
}
