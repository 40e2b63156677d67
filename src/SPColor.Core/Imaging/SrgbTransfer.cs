using System.Numerics;

namespace SPColor.Core.Imaging;

/// <summary>The sRGB transfer curve (spcolor.md §1.2): tables to linear light, exactly rounded vector arithmetic back.</summary>
internal static class SrgbTransfer
{
    private const int Top16 = 65535;
    private static readonly Lazy<float[]> s_linear16 = new(() => Table(Top16));

    /// <summary>Linear light of the 256 8-bit values.</summary>
    public static float[] Linear8 { get; } = Table(255);

    /// <summary>Linear light of the 65,536 16-bit values; made on first use.</summary>
    public static float[] Linear16 => s_linear16.Value;

    /// <summary>Linear light of a value between steps, by interpolation in the 16-bit table (error below 1e-8).</summary>
    /// <param name="encoded">Encoded value, clamped to 0…1.</param>
    public static float Decode(float encoded)
    {
        float[] table = Linear16;
        float at = Math.Clamp(encoded, 0f, 1f) * Top16;
        int below = Math.Min((int)at, Top16 - 1);
        return table[below] + ((table[below + 1] - table[below]) * (at - below));
    }

    /// <summary>Encoded value 0…1 of linear light, clamped.</summary>
    public static Vector<float> Encode(Vector<float> linear)
    {
        Vector<float> knee = new(0.0031308f);
        linear = Vector.Min(Vector.Max(linear, Vector<float>.Zero), Vector<float>.One);

        // x^(1/2.4) = x^(5/12) = c·c^(1/4) with c the cube root.
        Vector<float> c = LabVectors.CubeRoot(Vector.Max(linear, knee));
        Vector<float> curve = (c * Vector.SquareRoot(Vector.SquareRoot(c)) * 1.055f) - new Vector<float>(0.055f);
        return Vector.ConditionalSelect(Vector.GreaterThan(linear, knee), curve, linear * 12.92f);
    }

    /// <summary>Encoded value 0…1 of one amount of linear light, clamped; for tables.</summary>
    public static float Encode(float linear)
    {
        double light = Math.Clamp(linear, 0f, 1f);
        return (float)(light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055);
    }

    private static float[] Table(int top)
    {
        float[] table = new float[top + 1];
        for (int i = 0; i <= top; i++)
        {
            double c = (double)i / top;
            table[i] = (float)(c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4));
        }

        return table;
    }
}
