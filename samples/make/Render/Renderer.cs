namespace SPColor.MakeSamples.Render;

/// <summary>A rendered picture in linear light with the depth of every pixel in metres, row by row.</summary>
internal sealed record Exposure(int Width, int Height, Vector3[] Light, float[] Depth);

/// <summary>Sphere tracer with sun shadows, ambient occlusion, one mirror bounce and haze.</summary>
internal sealed class Renderer(Scene scene)
{
    private const float Far = 400;
    private const float Caution = 0.8f;

    // Rotated grid: four samples that cut edges of every slope at different places.
    private static readonly Vector2[] Samples = [new(-0.125f, -0.375f), new(0.375f, -0.125f), new(0.125f, 0.375f), new(-0.375f, 0.125f)];

    public Exposure Render(int width, int height, bool draft)
    {
        var light = new Vector3[width * height];
        float[] depth = new float[width * height];
        ReadOnlyMemory<Vector2> samples = draft ? new Vector2[1] : Samples;
        Camera camera = scene.Camera;
        Vector3 forward = Vector3.Normalize(camera.Target - camera.Position);
        Vector3 right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, forward));
        Vector3 up = Vector3.Cross(forward, right);
        float scale = 2 * MathF.Tan(camera.FieldOfView / 2) / height;
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++)
            {
                Vector3 sum = default;
                float far = 0;
                foreach (Vector2 s in samples.Span)
                {
                    float u = (x + 0.5f + s.X - width * 0.5f) * scale, v = (height * 0.5f - y - 0.5f - s.Y) * scale;
                    sum += Trace(camera.Position, Vector3.Normalize(forward + right * u + up * v), true, out float t);
                    far += t;
                }
                light[y * width + x] = sum / samples.Length;
                depth[y * width + x] = far / samples.Length;
            }
        });
        return new Exposure(width, height, light, depth);
    }

    private Vector3 Trace(Vector3 origin, Vector3 direction, bool mirrors, out float t)
    {
        Shape? hit = March(origin, direction, out t);
        if (hit is null) return scene.Sky.Look(direction);
        Vector3 p = origin + direction * t;
        Vector3 normal = Normal(p, t);
        Paint paint = hit.PaintAt(p, normal);
        Vector3 colour = Shade(p, normal, direction, paint);
        if (mirrors && paint.Mirror > 0)
        {
            Vector3 bounce = Vector3.Reflect(direction, normal);
            bounce.Y = MathF.Max(bounce.Y, 0.02f);
            float fresnel = 0.03f + 0.97f * MathF.Pow(1 - MathF.Max(-Vector3.Dot(direction, normal), 0), 5);
            colour = Vector3.Lerp(colour, Trace(p + normal * 0.02f, Vector3.Normalize(bounce), false, out _), fresnel * paint.Mirror);
        }
        Vector3 air = scene.Sky.Clear(Vector3.Normalize(direction with { Y = MathF.Max(direction.Y, 0.02f) }));
        return Vector3.Lerp(air, colour, MathF.Exp(-t * scene.Haze));
    }

    private Shape? March(Vector3 origin, Vector3 direction, out float t)
    {
        t = 0.02f;
        for (int i = 0; i < 220 && t < Far; i++)
        {
            float d = scene.Distance(origin + direction * t, out Shape? shape);
            if (d < 0.0004f * t && shape is not null) return shape;
            t += MathF.Max(d * Caution, 0.0003f * t);
        }
        t = Far;
        return null;
    }

    private Vector3 Normal(Vector3 p, float t)
    {
        float e = 0.0006f * t;
        Vector3 a = new(1, -1, -1), b = new(-1, -1, 1), c = new(-1, 1, -1), d = new(1, 1, 1);
        return Vector3.Normalize(a * At(p + a * e) + b * At(p + b * e) + c * At(p + c * e) + d * At(p + d * e));
    }

    private Vector3 Shade(Vector3 p, Vector3 normal, Vector3 view, Paint paint)
    {
        Sky sky = scene.Sky;
        float open = Openness(p, normal);
        float facing = Vector3.Dot(normal, sky.SunDirection);
        float sun = facing > 0 ? facing * Shadow(p + normal * 0.004f, sky.SunDirection) : 0;
        Vector3 dome = Vector3.Lerp(sky.Horizon * 0.35f, Vector3.Lerp(sky.Horizon, sky.Zenith, 0.45f), normal.Y * 0.5f + 0.5f);
        Vector3 light = sky.Sun * sun + dome * open;
        float shine = MathF.Pow(MathF.Max(Vector3.Dot(normal, Vector3.Normalize(sky.SunDirection - view)), 0), 24);
        return paint.Albedo * light + sky.Sun * (shine * sun * paint.Gloss);
    }

    private float Shadow(Vector3 p, Vector3 toSun)
    {
        const float sharpness = 28;
        float light = 1, t = 0.01f;
        for (int i = 0; i < 70 && t < 60; i++)
        {
            float d = At(p + toSun * t);
            light = MathF.Min(light, sharpness * d / t);
            if (light < 0.01f) return 0;
            t += Math.Clamp(d, 0.01f, 2);
        }
        return Blend.Step(0, 1, light);
    }

    private float Openness(Vector3 p, Vector3 normal)
    {
        float blocked = 0;
        for (float h = 0.02f, weight = 0.55f; h < 1.5f; h *= 2.4f, weight *= 0.8f) blocked += weight * MathF.Max(1 - At(p + normal * h) / h, 0);
        return MathF.Max(1 - 0.5f * blocked, 0.08f);
    }

    private float At(Vector3 p) => scene.Distance(p, out _);
}
