using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>A paved quay: the near bank and a mole running away on one side (left for -1, right for 1).</summary>
internal sealed class Quay(float side, float nearEdge, float moleEdge, float depth, Vector3 stone) : Shape(Vector3.Zero, 1000)
{
    private const float SlabLength = 0.95f;
    private const float SlabWidth = 0.6f;

    public override float Distance(Vector3 p)
    {
        if (p.Y > 0.5f) return p.Y - 0.3f;
        float near = Sdf.Box(p, new Vector3(0, -2, nearEdge - 20), new Vector3(80, 2, 20), 0.04f);
        float mole = Sdf.Box(p, new Vector3(side * (moleEdge + 30), -2, depth / 2), new Vector3(30, 2, depth / 2), 0.04f);
        (float joint, _) = Slab(p);
        return MathF.Min(near, mole) + 0.012f * joint - 0.006f * Noise.Fractal(p * 9, 2);
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        (float joint, float tone) = Slab(p);
        float dirt = Noise.Fractal(p * 1.3f, 4), grain = Noise.Fractal(p * 42, 2);
        Vector3 colour = stone * (0.55f + 0.35f * tone + 0.5f * (dirt - 0.5f) + 0.5f * (grain - 0.5f) + 0.25f);
        colour *= 1 - 0.55f * joint;
        // Weed and wet below the edge.
        return new Paint(Vector3.Lerp(colour, new Vector3(0.03f, 0.035f, 0.02f), Blend.Step(-0.35f, -0.8f, p.Y + 0.2f * dirt)), 0.02f);
    }

    private static (float Joint, float Tone) Slab(Vector3 p)
    {
        float row = MathF.Floor(p.Z / SlabWidth);
        float shift = Noise.Hash((int)row, 7), u = p.X / SlabLength + shift, v = p.Z / SlabWidth - row;
        float cell = MathF.Floor(u);
        u -= cell;
        float edge = MathF.Min(MathF.Min(u, 1 - u) * SlabLength, MathF.Min(v, 1 - v) * SlabWidth);
        return (Blend.Step(0.025f, 0.005f, edge), Noise.Hash((int)cell, (int)row, 3));
    }
}
