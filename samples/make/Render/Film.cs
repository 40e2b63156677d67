namespace SPColor.MakeSamples.Render;

/// <summary>From linear light to a developed picture: lens blur, tone curve, vignette.</summary>
internal static class Film
{
    private const int MaxBlur = 7;
    private const int Taps = 48;
    private const float GoldenAngle = 2.3999632f;

    /// <summary>sRGB values in 0…1, row by row.</summary>
    public static Vector3[] Develop(Exposure exposure, Camera camera, float gain, float vignette)
    {
        Vector3[] light = Defocus(exposure, camera);
        int width = exposure.Width, height = exposure.Height;
        for (int i = 0; i < light.Length; i++)
        {
            float x = (i % width - width * 0.5f) / width, y = (i / width - height * 0.5f) / width;
            light[i] = Tone(light[i] * (gain * (1 - vignette * 2 * (x * x + y * y))));
        }
        return light;
    }

    /// <summary>The picture on black-and-white film: relative luminance, encoded as sRGB, with grain of the given deviation.</summary>
    public static float[] Grey(Vector3[] picture, int width, float grain)
    {
        float[] grey = new float[picture.Length];
        for (int i = 0; i < grey.Length; i++)
        {
            Vector3 c = picture[i];
            float luminance = 0.2126f * Blend.Linear(c.X) + 0.7152f * Blend.Linear(c.Y) + 0.0722f * Blend.Linear(c.Z);
            int x = i % width, y = i / width;
            // The sum of hashes is close to a normal distribution; neighbours share one, so the grain has a size.
            float noise = Noise.Hash(x, y, 1) + Noise.Hash(x, y, 2) + Noise.Hash(x / 2, y / 2, 3) - 1.5f;
            grey[i] = Encode(luminance) + 2 * grain * noise;
        }
        return grey;
    }

    private static Vector3[] Defocus(Exposure exposure, Camera camera)
    {
        int width = exposure.Width, height = exposure.Height;
        var result = new Vector3[width * height];
        float Blur(int i) => 0.5f + MathF.Min(camera.Aperture * width * MathF.Abs(1 / camera.Focus - 1 / exposure.Depth[i]), MaxBlur);
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++)
            {
                int centre = y * width + x;
                float own = Blur(centre), total = 1;
                Vector3 sum = exposure.Light[centre];
                for (int k = 1; k < Taps; k++)
                {
                    // A sunflower disc. A neighbour counts when its own disc, or ours where it lies behind us, reaches across.
                    float r = MathF.Sqrt(k / (float)Taps) * (MaxBlur + 0.5f), turn = k * GoldenAngle;
                    int nx = Math.Clamp(x + (int)MathF.Round(r * MathF.Cos(turn)), 0, width - 1);
                    int ny = Math.Clamp(y + (int)MathF.Round(r * MathF.Sin(turn)), 0, height - 1);
                    int near = ny * width + nx;
                    float reach = exposure.Depth[near] > exposure.Depth[centre] ? MathF.Min(Blur(near), own) : Blur(near);
                    float weight = Blend.Step(-0.5f, 0.5f, reach - r);
                    sum += exposure.Light[near] * weight;
                    total += weight;
                }
                result[centre] = sum / total;
            }
        });
        return result;
    }

    // Narkowicz's fit of the ACES film curve, then the sRGB transfer function.
    private static Vector3 Tone(Vector3 c)
    {
        c *= 0.75f;
        Vector3 v = c * (2.51f * c + new Vector3(0.03f)) / (c * (2.43f * c + new Vector3(0.59f)) + new Vector3(0.14f));
        return new Vector3(Encode(v.X), Encode(v.Y), Encode(v.Z));
    }

    private static float Encode(float linear)
    {
        float c = Math.Clamp(linear, 0, 1);
        return c <= 0.0031308f ? c * 12.92f : 1.055f * MathF.Pow(c, 1 / 2.4f) - 0.055f;
    }
}
