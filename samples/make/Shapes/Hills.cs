using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>The wooded far shore, rising from <paramref name="shore"/> metres away.</summary>
internal sealed class Hills(float shore, float height, float seed, Vector3 leaf, Vector3 leafOther) : Shape(Vector3.Zero, 1000)
{
    public override float Distance(Vector3 p)
    {
        if (p.Z < shore - 12) return MathF.Max(p.Y - height * 2, shore - 10 - p.Z);
        float rise = Blend.Step(shore, shore + 70, p.Z + 10 * (Noise.Value(new Vector3(p.X * 0.05f, seed, 0)) - 0.5f));
        float ridge = Noise.Fractal(new Vector3(p.X * 0.021f, seed, p.Z * 0.012f), 3);
        float ground = height * rise * (0.35f + 1.1f * ridge) - 3;
        if (p.Y - ground > 8) return (p.Y - ground) * 0.6f - 2;
        float crowns = Noise.Fractal(p * 0.33f + new Vector3(seed), 4);
        return (p.Y - ground - 5.5f * crowns * Blend.Step(0, 0.1f, rise)) * 0.5f;
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        float kind = Noise.Fractal(p * 0.12f + new Vector3(seed), 3), leaves = Noise.Fractal(p * 1.9f, 3);
        return new Paint(Vector3.Lerp(leaf, leafOther, Blend.Step(0.42f, 0.6f, kind)) * (0.35f + 1.3f * leaves * leaves + 0.4f * MathF.Max(normal.Y, 0)));
    }
}
