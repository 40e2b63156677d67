namespace SPColor.MakeSamples.Render;

/// <summary>Signed distances to simple solids, and their combinations. Lengths in metres.</summary>
internal static class Sdf
{
    public static float Sphere(Vector3 p, Vector3 centre, float radius) => (p - centre).Length() - radius;

    public static float Ellipsoid(Vector3 p, Vector3 centre, Vector3 radii)
    {
        Vector3 q = p - centre;
        float k0 = (q / radii).Length(), k1 = (q / (radii * radii)).Length();
        return k1 < 1e-6f ? -MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z)) : k0 * (k0 - 1) / k1;
    }

    public static float Box(Vector3 p, Vector3 centre, Vector3 half, float round = 0)
    {
        Vector3 q = Vector3.Abs(p - centre) - half + new Vector3(round);
        return Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0) - round;
    }

    /// <summary>A stick whose radius runs from <paramref name="ra"/> to <paramref name="rb"/>.</summary>
    public static float Stick(Vector3 p, Vector3 a, Vector3 b, float ra, float rb)
    {
        Vector3 pa = p - a, ba = b - a;
        float h = Math.Clamp(Vector3.Dot(pa, ba) / Vector3.Dot(ba, ba), 0, 1);
        return (pa - ba * h).Length() - Blend.Lerp(ra, rb, h);
    }

    /// <summary>Union whose seam is rounded over a width of <paramref name="k"/>.</summary>
    public static float Join(float a, float b, float k)
    {
        float h = MathF.Max(k - MathF.Abs(a - b), 0) / k;
        return MathF.Min(a, b) - h * h * k * 0.25f;
    }

    /// <summary>What is left of <paramref name="a"/> after <paramref name="b"/> is taken away, rounded over <paramref name="k"/>.</summary>
    public static float Carve(float a, float b, float k) => -Join(-a, b, k);
}
