using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>A small fishing boat, bow towards +x before it is turned by <paramref name="heading"/> radians.</summary>
internal sealed class Boat(Vector3 place, float heading, Vector3 hull, Vector3 cabin) : Shape(place + Vector3.UnitY, 4.6f)
{
    public override float Distance(Vector3 p)
    {
        Vector3 q = Local(p);
        return MathF.Min(MathF.Min(Hull(q), Cabin(q)), Rig(q));
    }

    public override Paint PaintAt(Vector3 p, Vector3 normal)
    {
        Vector3 q = Local(p);
        float wear = Noise.Fractal(q * 3.3f, 4), rust = Blend.Step(0.62f, 0.75f, Noise.Fractal(new Vector3(q.X * 5, q.Y, q.Z * 5), 4));
        float h = Hull(q), c = Cabin(q);
        if (Rig(q) < MathF.Min(h, c)) return new Paint(new Vector3(0.32f, 0.22f, 0.13f) * (0.7f + 0.6f * wear), 0.05f);
        if (c < h)
        {
            bool window = q.Y is > 1.18f and < 1.52f && MathF.Abs(q.X + 0.75f) is > 0.08f and < 0.62f;
            return window ? new Paint(new Vector3(0.02f), 0.4f, 0.5f) : new Paint(cabin * (0.8f + 0.3f * wear), 0.08f);
        }
        float sheer = Sheer(q);
        if (q.Y < sheer - 0.13f && normal.Y > 0.5f) return new Paint(new Vector3(0.28f, 0.2f, 0.13f) * (0.6f + 0.7f * wear));
        if (q.Y > sheer - 0.13f) return new Paint(new Vector3(0.8f, 0.78f, 0.74f), 0.1f);
        Vector3 paint = hull * (0.75f + 0.45f * wear);
        return new Paint(Vector3.Lerp(paint, new Vector3(0.14f, 0.06f, 0.03f), rust * 0.5f) * Blend.Lerp(0.35f, 1, Blend.Step(0.05f, 0.2f, q.Y)), 0.15f);
    }

    private Vector3 Local(Vector3 p) => Vector3.Transform(p - place, Quaternion.CreateFromAxisAngle(Vector3.UnitY, -heading));

    private static float Sheer(Vector3 q) => 0.62f + 0.045f * (q.X + 0.3f) * (q.X + 0.3f);

    private static float Hull(Vector3 q)
    {
        // Fuller astern, finer forward.
        float beam = q.X > 0 ? 1 : 0.6f;
        float body = Sdf.Ellipsoid(q with { X = q.X * beam }, new Vector3(0, 0.75f, 0), new Vector3(2.7f, 1.15f, 1.05f));
        float shell = MathF.Max(body, q.Y - Sheer(q));
        return MathF.Max(shell, -MathF.Max(body + 0.09f, 0.3f - q.Y)) * 0.8f;
    }

    private static float Cabin(Vector3 q)
    {
        float house = Sdf.Box(q, new Vector3(-0.75f, 1.05f, 0), new Vector3(0.75f, 0.65f, 0.55f), 0.06f);
        return MathF.Min(house, Sdf.Box(q, new Vector3(-0.72f, 1.74f, 0), new Vector3(0.9f, 0.05f, 0.68f), 0.03f));
    }

    private static float Rig(Vector3 q)
    {
        float mast = Sdf.Stick(q, new Vector3(0.55f, 0.3f, 0), new Vector3(0.5f, 3.9f, 0), 0.055f, 0.035f);
        float boom = Sdf.Stick(q, new Vector3(0.5f, 1.95f, 0), new Vector3(-1.6f, 2.5f, 0), 0.035f, 0.03f);
        float stay = Sdf.Stick(q, new Vector3(0.5f, 3.85f, 0), new Vector3(2.5f, 1.0f, 0), 0.008f, 0.008f);
        return MathF.Min(mast, MathF.Min(boom, stay));
    }
}
