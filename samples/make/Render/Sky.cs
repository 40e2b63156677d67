namespace SPColor.MakeSamples.Render;

/// <summary>Sky dome with soft clouds, and the sun that lights the scene. Colours are linear light.</summary>
internal sealed record Sky(Vector3 SunDirection, Vector3 Sun, Vector3 Zenith, Vector3 Horizon, float Cloudiness, float Seed)
{
    private static readonly Vector3 CloudShade = new(0.62f, 0.64f, 0.68f);

    /// <summary>Light that comes from <paramref name="direction"/>, clouds included.</summary>
    public Vector3 Look(Vector3 direction)
    {
        float up = MathF.Max(direction.Y, 0);
        Vector3 blue = Clear(direction);
        if (up < 0.01f) return blue;
        Vector3 p = new Vector3(direction.X, direction.Y * 0.5f, direction.Z) * (1.7f / (up + 0.22f)) + new Vector3(Seed);
        float thickness = Noise.Fractal(p, 6) + Cloudiness - 1;
        float cover = Blend.Step(0, 0.28f, thickness);
        float lit = Blend.Step(0.35f, -0.05f, thickness - 0.6f * (Noise.Fractal(p + SunDirection * 0.35f, 4) + Cloudiness - 1));
        Vector3 cloud = Vector3.Lerp(CloudShade * (Horizon + Sun * 0.06f), Horizon * 0.7f + Sun * 0.3f, lit);
        return Vector3.Lerp(blue, cloud, cover * Blend.Step(0.01f, 0.16f, up) * 0.92f);
    }

    /// <summary>The dome without clouds: what lights shadows and fades the distance.</summary>
    public Vector3 Clear(Vector3 direction)
    {
        float up = Math.Clamp(direction.Y, 0, 1);
        float glow = MathF.Pow(MathF.Max(Vector3.Dot(direction, SunDirection), 0), 8) * 0.16f;
        return Vector3.Lerp(Horizon, Zenith, MathF.Pow(up, 0.45f)) + Sun * glow * (1 - 0.7f * up);
    }
}
