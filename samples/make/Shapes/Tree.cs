using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>A broad-leaved tree: trunk, boughs and a crown of leafy clumps.</summary>
internal sealed class Tree(Vector3 foot, float height, int seed, Vector3 leaf, Vector3 leafOther) : Shape(foot + new Vector3(0, height * 0.6f, 0), height * 0.75f)
{
    private const int Clumps = 26;
    private readonly Vector4[] _clumps = MakeClumps(foot, height, seed);

    public override float Distance(Vector3 p) => MathF.Min(Wood(p), Crown(p));

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        if (Wood(p) < Crown(p)) return new Paint(new Vector3(0.13f, 0.095f, 0.065f) * (0.4f + 1.2f * Noise.Fractal(p * new Vector3(16, 2.5f, 16), 3)));
        float kind = Noise.Fractal(p * 1.1f + new Vector3(seed), 3), leaves = Noise.Fractal(p * 14, 3);
        Vector3 colour = Vector3.Lerp(leaf, leafOther, Blend.Step(0.35f, 0.65f, kind));
        return new Paint(colour * (0.25f + 1.5f * leaves * leaves + 0.35f * Blend.Step(0, 1, normal.Y)), 0.03f);
    }

    private float Wood(Vector3 p)
    {
        Vector3 fork = foot + new Vector3(0.05f, height * 0.36f, 0);
        float trunk = Sdf.Stick(p, foot, fork, height * 0.035f, height * 0.022f);
        trunk = Sdf.Join(trunk, Sdf.Stick(p, fork, foot + new Vector3(height * 0.16f, height * 0.62f, 0.1f), height * 0.018f, height * 0.009f), 0.1f);
        return Sdf.Join(trunk, Sdf.Stick(p, fork, foot + new Vector3(-height * 0.14f, height * 0.66f, -0.1f), height * 0.018f, height * 0.009f), 0.1f);
    }

    private float Crown(Vector3 p)
    {
        float d = float.MaxValue;
        foreach (Vector4 c in _clumps) d = Sdf.Join(d, (p - new Vector3(c.X, c.Y, c.Z)).Length() - c.W, 0.15f);
        if (d > 1) return d - 0.5f;
        // Leaves: a coarse swell, then a fringe about as fine as a twig.
        return (d - 0.8f * (Noise.Fractal(p * 2.3f, 3) - 0.5f) - 0.5f * (Noise.Fractal(p * 8, 3) - 0.4f)) * 0.4f;
    }

    private static Vector4[] MakeClumps(Vector3 foot, float height, int seed)
    {
        var clumps = new Vector4[Clumps];
        for (int i = 0; i < Clumps; i++)
        {
            float turn = i * 2.4f, level = Noise.Hash(i, seed, 1), reach = height * 0.3f * MathF.Sqrt(1 - level * level * 0.7f) * (0.55f + 0.6f * Noise.Hash(i, seed, 2));
            Vector3 centre = foot + new Vector3(reach * MathF.Cos(turn), height * (0.5f + 0.4f * level), reach * MathF.Sin(turn));
            clumps[i] = new Vector4(centre, height * (0.07f + 0.06f * Noise.Hash(i, seed, 4)));
        }
        return clumps;
    }
}
