using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Shapes;

/// <summary>A human head about the origin, nose towards +z, with its skin, features and hair. Metres.</summary>
internal sealed class Head(Vector3 skin, Vector3 hair, bool longHair)
{
    public float Distance(Vector3 p) => MathF.Min(Face(p), Hair(p));

    public Paint PaintAt(Vector3 p)
    {
        if (Hair(p) < Face(p))
        {
            float strand = Noise.Fractal(new Vector3(p.X * 160, p.Y * 18, p.Z * 90), 3);
            return new Paint(hair * (0.35f + 1.3f * strand), 0.12f);
        }
        float x = MathF.Abs(p.X);
        Vector3 colour = skin * (0.92f + 0.2f * (Noise.Fractal(p * 60, 3) - 0.5f));
        if (p.Z > 0.03f)
        {
            float cheek = Blob(x, p.Y, 0.048f, -0.022f, 0.026f), lips = Lips(x, p.Y), brow = Brow(x, p.Y);
            colour = Vector3.Lerp(colour, skin * new Vector3(1, 0.62f, 0.56f), 0.5f * cheek);
            colour = Vector3.Lerp(colour, skin * new Vector3(0.7f, 0.4f, 0.4f), 0.7f * lips);
            colour = Vector3.Lerp(colour, hair * 0.7f, 0.85f * brow);
            if (Eye(x, p.Y) is { } eye) return eye;
        }
        return new Paint(colour, 0.05f);
    }

    private static float Face(Vector3 p)
    {
        Vector3 m = p with { X = MathF.Abs(p.X) };
        float d = Sdf.Join(Sdf.Ellipsoid(p, new Vector3(0, 0.025f, -0.008f), new Vector3(0.074f, 0.098f, 0.094f)),
            Sdf.Ellipsoid(p, new Vector3(0, -0.052f, 0.02f), new Vector3(0.055f, 0.068f, 0.066f)), 0.05f);
        d = Sdf.Join(d, Sdf.Ellipsoid(m, new Vector3(0.04f, -0.02f, 0.052f), new Vector3(0.026f, 0.024f, 0.026f)), 0.03f);
        d = Sdf.Join(d, Sdf.Ellipsoid(p, new Vector3(0, -0.103f, 0.062f), new Vector3(0.02f, 0.014f, 0.016f)), 0.03f);
        d = Sdf.Carve(d, Sdf.Ellipsoid(m, new Vector3(0.031f, 0.013f, 0.098f), new Vector3(0.02f, 0.011f, 0.014f)), 0.02f);
        d = Sdf.Join(d, Sdf.Ellipsoid(m, new Vector3(0.031f, 0.012f, 0.073f), new Vector3(0.0135f, 0.0085f, 0.011f)), 0.006f);
        d = Sdf.Join(d, Sdf.Stick(m, new Vector3(0.012f, 0.033f, 0.085f), new Vector3(0.045f, 0.036f, 0.072f), 0.008f, 0.006f), 0.014f);
        float nose = Sdf.Stick(p, new Vector3(0, 0.022f, 0.083f), new Vector3(0, -0.022f, 0.105f), 0.007f, 0.011f);
        nose = Sdf.Join(nose, Sdf.Ellipsoid(m, new Vector3(0.013f, -0.029f, 0.092f), new Vector3(0.008f, 0.008f, 0.012f)), 0.01f);
        d = Sdf.Join(d, nose, 0.014f);
        d = Sdf.Join(d, Sdf.Stick(m, new Vector3(0, -0.057f, 0.083f), new Vector3(0.018f, -0.06f, 0.074f), 0.0055f, 0.0035f), 0.01f);
        d = Sdf.Join(d, Sdf.Stick(m, new Vector3(0, -0.07f, 0.082f), new Vector3(0.015f, -0.068f, 0.074f), 0.0065f, 0.0035f), 0.008f);
        float ear = Sdf.Ellipsoid(m, new Vector3(0.076f, -0.002f, -0.008f), new Vector3(0.011f, 0.031f, 0.02f));
        d = Sdf.Join(d, ear, 0.012f);
        return Sdf.Join(d, Sdf.Stick(p, new Vector3(0, -0.07f, -0.02f), new Vector3(0, -0.23f, -0.035f), 0.053f, 0.062f), 0.03f);
    }

    private float Hair(Vector3 p)
    {
        float d = Sdf.Ellipsoid(p, new Vector3(0, 0.038f, -0.02f), new Vector3(0.088f, 0.1f, 0.1f));
        if (longHair)
        {
            Vector3 m = p with { X = MathF.Abs(p.X) };
            d = Sdf.Join(d, Sdf.Stick(m, new Vector3(0.06f, 0.03f, -0.03f), new Vector3(0.085f, -0.17f, -0.02f), 0.04f, 0.034f), 0.05f);
        }
        d = Sdf.Carve(d, Sdf.Ellipsoid(p, new Vector3(0, -0.02f, 0.09f), new Vector3(0.073f, 0.116f, 0.078f)), 0.014f);
        if (!longHair) d = Sdf.Carve(d, Sdf.Box(p, new Vector3(0, -0.1f, 0.03f), new Vector3(0.2f, 0.105f, 0.075f)), 0.02f);
        return (d - 0.012f * (Noise.Fractal(new Vector3(p.X * 55, p.Y * 12, p.Z * 40), 3) - 0.45f)) * 0.7f;
    }

    private Paint? Eye(float x, float y)
    {
        float u = (x - 0.031f) / 0.0145f, v = (y - 0.012f) / 0.0068f;
        float lid = u * u + v * v;
        if (lid > 1.45f) return null;
        if (lid > 1) return new Paint(skin * 0.3f);
        float iris = new Vector2(x - 0.031f, y - 0.0125f).Length();
        Vector3 colour = iris < 0.0024f ? new Vector3(0.01f) : iris < 0.0056f ? new Vector3(0.10f, 0.09f, 0.07f) : new Vector3(0.4f, 0.36f, 0.33f);
        return new Paint(v > 0.35f ? colour * 0.55f : colour, 0.4f);
    }

    private static float Brow(float x, float y)
    {
        float u = (x - 0.033f) / 0.024f, v = (y - 0.038f + 0.007f * u * u) / 0.0052f;
        return Blend.Step(1.25f, 0.6f, MathF.Max(MathF.Abs(u), MathF.Abs(v)));
    }

    private static float Lips(float x, float y)
    {
        float u = x / 0.0245f, v = (y + 0.0635f) / (0.0105f * (1 - 0.75f * u * u) + 0.001f);
        if (u > 1) return 0;
        float seam = Blend.Step(0.002f, 0.0008f, MathF.Abs(y + 0.0633f));
        return Blend.Step(1.1f, 0.8f, MathF.Abs(v)) * (0.75f + 0.25f * seam);
    }

    private static float Blob(float x, float y, float cx, float cy, float r) => Blend.Step(1, 0, new Vector2((x - cx) / r, (y - cy) / r).Length());
}
