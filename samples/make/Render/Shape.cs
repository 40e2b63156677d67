namespace SPColor.MakeSamples.Render;

/// <summary>How a point of a surface answers light. <paramref name="Mirror"/>: 1 reflects like water, 0 not at all.</summary>
internal readonly record struct Paint(Vector3 Albedo, float Gloss = 0, float Mirror = 0);

/// <summary>A solid of the scene, enclosed in a sphere outside of which <see cref="Distance"/> is not asked.</summary>
internal abstract class Shape(Vector3 centre, float radius)
{
    /// <summary>Distance to the enclosing sphere, the cheap lower bound.</summary>
    public float BoundDistance(Vector3 p) => (p - centre).Length() - radius;

    public abstract float Distance(Vector3 p);

    public abstract Paint PaintAt(Vector3 p, Vector3 normal);
}
