using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>A brick wall facing the camera at depth <paramref name="z"/>, between two x.</summary>
internal sealed class BrickWall(float z, float from, float to, Vector3 brick, Vector3 mortar) : Shape(Vector3.Zero, 1000)
{
    private const float Length = 0.25f;
    private const float Height = 0.08f;

    public override float Distance(Vector3 p)
    {
        float slab = Sdf.Box(p, new Vector3((from + to) / 2, 2, z + 0.5f), new Vector3((to - from) / 2, 4, 0.5f), 0.01f);
        return slab > 0.1f ? slab - 0.03f : slab + 0.012f * Brick(p).Joint - 0.008f * Noise.Fractal(p * 25, 2);
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        (float joint, float tone) = Brick(p);
        float stain = Noise.Fractal(p * 1.7f, 4), grain = Noise.Fractal(p * 70, 3);
        Vector3 face = brick * (0.55f + 0.6f * tone + 0.7f * (grain - 0.5f));
        return new Paint(Vector3.Lerp(face, mortar, joint * 0.85f) * (0.7f + 0.6f * stain));
    }

    private static (float Joint, float Tone) Brick(Vector3 p)
    {
        float row = MathF.Floor(p.Y / Height), u = p.X / Length + 0.5f * (row % 2), cell = MathF.Floor(u);
        float v = p.Y / Height - row;
        u -= cell;
        float edge = MathF.Min(MathF.Min(u, 1 - u) * Length, MathF.Min(v, 1 - v) * Height) + 0.004f * (Noise.Value(p * 60) - 0.5f);
        return (Blend.Step(0.011f, 0.004f, edge), Noise.Hash((int)cell, (int)row, 11));
    }
}
