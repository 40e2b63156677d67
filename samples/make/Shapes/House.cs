using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>A plastered house with a tiled gable roof, windows, shutters and a door; the ridge runs along x.</summary>
internal sealed class House(Vector3 foot, Vector3 half, Vector3 wall, Vector3 roof, Vector3 shutter)
    : Shape(foot + new Vector3(0, half.Y + 1, 0), half.Length() + 1.5f)
{
    private const float Eaves = 0.35f;
    private const float Slope = 0.75f;

    public override float Distance(Vector3 p)
    {
        Vector3 q = p - foot;
        return MathF.Min(Walls(q), MathF.Min(Roof(q), Chimney(q)));
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        Vector3 q = p - foot;
        float stain = Noise.Fractal(p * 0.9f, 4), fine = Noise.Fractal(p * 30, 2);
        if (Chimney(q) < 0.01f) return new Paint(roof * (0.5f + 0.6f * fine));
        if (Roof(q) < Walls(q))
        {
            float tile = Noise.Hash((int)MathF.Floor(q.X / 0.22f), (int)MathF.Floor(q.Y / 0.24f), 5);
            return new Paint(roof * (0.55f + 0.5f * tile + 0.7f * (stain - 0.5f)), 0.02f);
        }
        Paint plaster = new(wall * (0.8f + 0.5f * (stain - 0.5f) + 0.15f * fine) * Blend.Lerp(0.7f, 1, Blend.Step(0, 0.8f, q.Y)));
        return Opening(q, normal) switch
        {
            Part.Glass => new Paint(new Vector3(0.02f, 0.025f, 0.03f), 0.3f, 0.5f),
            Part.Frame => new Paint(new Vector3(0.75f, 0.74f, 0.7f)),
            Part.Shutter => new Paint(shutter * (MathF.Abs(q.Y * 14 % 1) < 0.3f ? 0.55f : 0.95f)),
            _ => plaster,
        };
    }

    private enum Part { Wall, Glass, Frame, Shutter }

    private Part Opening(Vector3 q, Vector3 normal)
    {
        float along = MathF.Abs(normal.Z) > MathF.Abs(normal.X) ? q.X : q.Z;
        float u = along / 1.9f + 0.5f, column = MathF.Floor(u), storey = MathF.Floor(q.Y / 2.6f);
        float x = MathF.Abs(u - column - 0.5f) * 1.9f, y = MathF.Abs(q.Y - storey * 2.6f - 1.45f);
        bool door = storey == 0 && column == 1;
        if (door) y = MathF.Abs(q.Y - 1.05f) * 0.66f;
        if (q.Y > half.Y * 2 - 0.1f || y > 0.72f || x > 0.78f) return Part.Wall;
        if (door) return x < 0.48f ? Part.Shutter : Part.Wall;
        if (x > 0.45f) return y < 0.68f ? Part.Shutter : Part.Wall;
        bool pane = x is > 0.025f and < 0.36f && y is > 0.03f and < 0.62f;
        return pane ? Part.Glass : Part.Frame;
    }

    private float Walls(Vector3 q)
    {
        float box = Sdf.Box(q, new Vector3(0, half.Y, 0), half, 0.02f);
        float gable = MathF.Max(MathF.Abs(q.X) - half.X, MathF.Max(half.Y * 2 - 0.05f - q.Y, (q.Y - half.Y * 2 - (half.Z - MathF.Abs(q.Z)) * Slope) * 0.8f));
        return MathF.Min(box, gable) - 0.004f * Noise.Value(q * 12);
    }

    private float Roof(Vector3 q)
    {
        float top = half.Y * 2 + (half.Z - MathF.Abs(q.Z)) * Slope;
        float tiles = 0.035f * MathF.Abs(MathF.Sin(q.X * 14.3f)) + 0.03f * (1 - Frac(q.Y / 0.24f));
        float sheet = MathF.Abs(q.Y - top - 0.12f) * 0.8f - 0.08f - tiles;
        return MathF.Max(sheet * 0.8f, MathF.Max(MathF.Abs(q.X) - half.X - Eaves, MathF.Abs(q.Z) - half.Z - Eaves));
    }

    private float Chimney(Vector3 q) => Sdf.Box(q, new Vector3(half.X * 0.55f, half.Y * 2 + half.Z * Slope, half.Z * 0.3f), new Vector3(0.3f, 0.8f, 0.3f), 0.03f);

    private static float Frac(float x) => x - MathF.Floor(x);
}
