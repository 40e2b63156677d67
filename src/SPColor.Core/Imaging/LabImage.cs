namespace SPColor.Core.Imaging;

/// <summary>A picture at working size as CIELAB (D65) planes, row-major.</summary>
public sealed class LabImage
{
    /// <summary>Creates a black picture, wholly visible.</summary>
    /// <param name="size">Working size; both sides are multiples of 32 when made by the working-size fit.</param>
    public LabImage(GridSize size)
    {
        Size = size;
        L = new float[size.Count];
        A = new float[size.Count];
        B = new float[size.Count];
        Coverage = new float[size.Count];
        Array.Fill(Coverage, 1f);
    }

    /// <summary>Size in pixels.</summary>
    public GridSize Size { get; }

    /// <summary>The part of a full-size picture that this shows; null: all of one, of any size.</summary>
    public SeenPart? Seen { get; init; }

    /// <summary>CIE L*, 0…100.</summary>
    public float[] L { get; }

    /// <summary>CIE a*, about −128…128.</summary>
    public float[] A { get; }

    /// <summary>CIE b*, about −128…128.</summary>
    public float[] B { get; }

    /// <summary>How much of each pixel is visible, 0 (transparent) … 1 (opaque).</summary>
    public float[] Coverage { get; }
}
