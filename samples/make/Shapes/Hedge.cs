using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>Dense foliage filling the background from <paramref name="from"/> to <paramref name="to"/> in x.</summary>
internal sealed class Hedge(float z, float from, float to, float height, Vector3 leaf, Vector3 leafOther) : Shape(Vector3.Zero, 1000)
{
    public override float Distance(Vector3 p)
    {
        float box = Sdf.Box(p, new Vector3((from + to) / 2, height / 2 - 1, z + 1), new Vector3((to - from) / 2, height / 2 + 1, 1), 0.4f);
        if (box > 1) return box - 0.6f;
        return (box - 0.7f * (Noise.Fractal(p * 2.3f, 2) - 0.5f) - 0.3f * (Noise.Fractal(p * 8, 3) - 0.4f)) * 0.5f;
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        float kind = Noise.Fractal(p * 1.4f, 3), leaves = Noise.Fractal(p * 13, 3);
        return new Paint(Vector3.Lerp(leaf, leafOther, Blend.Step(0.35f, 0.65f, kind)) * (0.2f + 1.7f * leaves * leaves + 0.4f * MathF.Max(normal.Y, 0)), 0.03f);
    }
}
