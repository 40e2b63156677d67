namespace PaintDotNet.Rendering;

public struct Vector2Double
{
    public double X { readonly get; set; }

    public double Y { readonly get; set; }
}
