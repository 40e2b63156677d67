namespace SPColor.MakeSamples.Render;

/// <summary>Interpolation and colour constants.</summary>
internal static class Blend
{
    public static float Lerp(float a, float b, float t) => a + (b - a) * t;

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static float Step(float from, float to, float x)
    {
        float t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>Linear light from an sRGB colour written as 0xRRGGBB.</summary>
    public static Vector3 Rgb(int hex) => new(Linear((hex >> 16 & 255) / 255f), Linear((hex >> 8 & 255) / 255f), Linear((hex & 255) / 255f));

    /// <summary>Linear light of an sRGB value, both in 0…1.</summary>
    public static float Linear(float c) => c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
}
