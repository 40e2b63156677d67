using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>What a person wears. Linear albedos.</summary>
internal sealed record Outfit(Vector3 Skin, Vector3 Hair, Vector3 Coat, Vector3 Trim, Vector3 Trousers, bool LongHair);

/// <summary>A standing person, 1.75 m, in a long buttoned coat; turned by <paramref name="heading"/> (0 looks towards +z).</summary>
internal sealed class Person(Vector3 foot, float heading, Outfit outfit) : Shape(foot + new Vector3(0, 0.9f, 0), 1.02f)
{
    private const float HeadSize = 1.04f;
    private static readonly Vector3 HeadCentre = new(0, 1.618f, 0.02f);
    private readonly Head _head = new(outfit.Skin, outfit.Hair, outfit.LongHair);

    public override float Distance(Vector3 p)
    {
        Vector3 q = Local(p);
        float d = MathF.Min(Coat(q), MathF.Min(Collar(q), Legs(q)));
        return MathF.Min(d, MathF.Min(Hands(q), Head(q)));
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        Vector3 q = Local(p);
        float coat = Coat(q), collar = Collar(q), legs = Legs(q), hands = Hands(q), head = Head(q);
        float least = MathF.Min(MathF.Min(coat, collar), MathF.Min(legs, MathF.Min(hands, head)));
        if (least == head) return _head.PaintAt((q - HeadCentre) / HeadSize);
        if (least == hands) return new Paint(outfit.Skin * (0.85f + 0.2f * Noise.Fractal(q * 50, 2)), 0.04f);
        float weave = Noise.Fractal(q * 210, 2), fade = Noise.Fractal(q * 7, 3);
        float cloth = 0.8f + 0.3f * (weave - 0.5f) + 0.35f * (fade - 0.5f);
        if (least == legs) return q.Y < 0.1f ? new Paint(new Vector3(0.035f, 0.025f, 0.02f), 0.15f) : new Paint(outfit.Trousers * cloth);
        if (least == collar) return new Paint(outfit.Trim * cloth);
        if (Button(q)) return new Paint(new Vector3(0.62f, 0.5f, 0.24f), 0.9f);
        return new Paint(outfit.Coat * (cloth * (1 - 0.6f * Seam(q))), 0.02f);
    }

    private Vector3 Local(Vector3 p) => Vector3.Transform(p - foot, Quaternion.CreateFromAxisAngle(Vector3.UnitY, -heading));

    private float Head(Vector3 q) => _head.Distance((q - HeadCentre) / HeadSize) * HeadSize;

    private static float Coat(Vector3 q)
    {
        Vector3 flat = q with { Z = q.Z * 1.45f }, m = q with { X = MathF.Abs(q.X) };
        float d = Sdf.Join(Sdf.Stick(flat, new Vector3(0, 1.25f, 0), new Vector3(0, 1.02f, 0), 0.165f, 0.148f),
            Sdf.Stick(flat, new Vector3(0, 1.0f, 0), new Vector3(0, 0.7f, 0), 0.152f, 0.215f), 0.08f) * 0.7f;
        d = MathF.Max(d, 0.6f - q.Y);
        d = Sdf.Join(d, Sdf.Stick(m, new Vector3(0.03f, 1.45f, -0.03f), new Vector3(0.15f, 1.385f, -0.01f), 0.05f, 0.062f), 0.1f);
        float arm = Sdf.Join(Sdf.Stick(m, new Vector3(0.165f, 1.365f, -0.01f), new Vector3(0.225f, 1.12f, -0.03f), 0.066f, 0.053f),
            Sdf.Stick(m, new Vector3(0.225f, 1.12f, -0.03f), new Vector3(0.21f, 0.88f, 0.07f), 0.053f, 0.047f), 0.03f);
        d = Sdf.Join(d, arm, 0.04f);
        d = Sdf.Carve(d, Sdf.Stick(q, new Vector3(0, 1.44f, 0.0f), new Vector3(0, 1.6f, 0.03f), 0.062f, 0.09f), 0.015f);
        float folds = Noise.Fractal(new Vector3(q.X * 15, q.Y * 5, q.Z * 12), 3) - 0.5f + 0.6f * (Noise.Fractal(q * new Vector3(9, 24, 9), 2) - 0.5f);
        return (d - 0.026f * folds + 0.004f * Seam(q) - (Button(q) ? 0.006f : 0)) * 0.85f;
    }

    private static float Collar(Vector3 q)
    {
        Vector3 c = q - new Vector3(0, 1.468f, -0.005f);
        c.Y += 0.35f * c.Z;
        float ring = MathF.Abs(new Vector2(c.X, c.Z * 1.05f).Length() - 0.073f - 0.12f * c.Y) - 0.007f;
        float notch = 0.012f - MathF.Abs(q.X) + MathF.Max(-q.Z, 0);
        return MathF.Max(MathF.Max(ring, MathF.Abs(c.Y) - 0.03f), notch) * 0.8f - 0.003f;
    }

    private static float Legs(Vector3 q)
    {
        Vector3 m = q with { X = MathF.Abs(q.X) };
        float leg = Sdf.Stick(m, new Vector3(0.1f, 0.85f, 0), new Vector3(0.11f, 0.1f, -0.01f), 0.095f, 0.068f);
        leg -= 0.014f * (Noise.Fractal(q * new Vector3(10, 16, 10), 3) - 0.5f);
        return MathF.Min(leg, Sdf.Ellipsoid(m, new Vector3(0.115f, 0.04f, 0.05f), new Vector3(0.052f, 0.05f, 0.135f))) * 0.9f;
    }

    private static float Hands(Vector3 q)
    {
        Vector3 m = q with { X = MathF.Abs(q.X) };
        float palm = Sdf.Ellipsoid(m, new Vector3(0.205f, 0.8f, 0.095f), new Vector3(0.026f, 0.06f, 0.036f));
        return Sdf.Join(palm, Sdf.Stick(m, new Vector3(0.192f, 0.81f, 0.115f), new Vector3(0.178f, 0.76f, 0.13f), 0.013f, 0.01f), 0.02f);
    }

    // The overlap of the front, and the sewn edge of the sleeves.
    private static float Seam(Vector3 q) => q.Z > 0 && q.Y < 1.45f ? Blend.Step(0.006f, 0.002f, MathF.Abs(q.X - 0.055f)) : 0;

    private static bool Button(Vector3 q)
    {
        if (q.Z < 0 || q.Y is > 1.42f or < 0.75f) return false;
        float row = (q.Y - 0.8f) / 0.095f, off = (row - MathF.Round(row)) * 0.095f;
        return new Vector2(q.X - 0.012f, off).LengthSquared() < 0.0125f * 0.0125f;
    }
}
