using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>Open water with small waves.</summary>
internal sealed class Sea(float level, Vector3 colour) : Shape(Vector3.Zero, 1000)
{
    public override float Distance(Vector3 p)
    {
        float depth = p.Y - level;
        if (depth > 0.4f) return depth - 0.2f;
        float wave = Noise.Fractal(new Vector3(p.X * 0.9f, 0.3f, p.Z * 2.3f), 2) - 0.5f + 0.35f * (Noise.Fractal(new Vector3(p.X * 3.1f, 4, p.Z * 7.9f), 3) - 0.5f);
        // Far waves are finer than a pixel; flattening them keeps their mean.
        return depth - 0.09f / (1 + 0.04f * MathF.Abs(p.Z)) * wave;
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal) =>
        new(colour * (0.8f + 0.4f * Noise.Fractal(p * 0.15f, 3)), Gloss: 0.5f, Mirror: 0.85f);
}
