namespace SPColor.MakeSamples.Render;

/// <summary>Where the camera stands and what it looks at; <paramref name="FieldOfView"/> is vertical, in radians.</summary>
internal readonly record struct Camera(Vector3 Position, Vector3 Target, float FieldOfView, float Focus, float Aperture);

/// <summary>Everything that is seen: solids, sky, sun, air and camera.</summary>
internal sealed record Scene(Camera Camera, Sky Sky, float Haze, IReadOnlyList<Shape> Shapes)
{
    private const float BoundMargin = 0.3f;

    /// <summary>Distance to the nearest solid (or a lower bound of it), and that solid.</summary>
    public float Distance(Vector3 p, out Shape? nearest)
    {
        float best = float.MaxValue;
        nearest = null;
        foreach (Shape shape in Shapes)
        {
            float bound = shape.BoundDistance(p);
            if (bound >= best) continue;
            if (bound > BoundMargin)
            {
                best = bound;
                continue;
            }
            float d = shape.Distance(p);
            if (d >= best) continue;
            best = d;
            nearest = shape;
        }
        return best;
    }
}
