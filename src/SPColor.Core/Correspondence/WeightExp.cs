using System.Numerics;
using System.Runtime.CompilerServices;

namespace SPColor.Core.Correspondence;

/// <summary>
/// e^x for softmax weights. It becomes part of its caller and is compiled optimised with it, while the first picture would spend
/// most of its softmax in the first-tier code of Vector.Exp.
/// </summary>
internal static class WeightExp
{
    /// <summary>e^−87 = 1.6e-38 is the last power that is a normal float: nothing beside the largest weight, which is 1.</summary>
    private const float Lowest = -87f;

    private const float Log2E = 1.44269504f;

    /// <summary>1.5·2²³: adding it rounds to a whole number, which then lies in the low bits.</summary>
    private const float Rounder = 12582912f;

    /// <summary>ln 2 in two parts, the first with few digits, so that n·ln 2 is exact for every n that occurs.</summary>
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    private const int ExponentBias = 127;
    private const int MantissaBits = 23;

    /// <summary>e^x within 3e-7 of its value for x in [−87, 0]; for smaller x, and −∞, e^−87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Compute(Vector<float> x)
    {
        x = Vector.Max(x, new Vector<float>(Lowest));
        Vector<float> rounded = Vector.MultiplyAddEstimate(x, new Vector<float>(Log2E), new Vector<float>(Rounder));
        Vector<float> n = rounded - new Vector<float>(Rounder);
        Vector<float> r = Vector.MultiplyAddEstimate(n, new Vector<float>(-Ln2High), x);
        r = Vector.MultiplyAddEstimate(n, new Vector<float>(-Ln2Low), r);

        // Minimax polynomial of (e^r − 1 − r) / r² on |r| ≤ ln 2 / 2 (Cephes, expf).
        Vector<float> p = Vector.MultiplyAddEstimate(new Vector<float>(1.9875691500e-4f), r, new Vector<float>(1.3981999507e-3f));
        p = Vector.MultiplyAddEstimate(p, r, new Vector<float>(8.3334519073e-3f));
        p = Vector.MultiplyAddEstimate(p, r, new Vector<float>(4.1665795894e-2f));
        p = Vector.MultiplyAddEstimate(p, r, new Vector<float>(1.6666665459e-1f));
        p = Vector.MultiplyAddEstimate(p, r, new Vector<float>(5.0000001201e-1f));
        p = Vector.MultiplyAddEstimate(p, r * r, r) + Vector<float>.One;
        Vector<int> power = (Vector.AsVectorInt32(rounded) << MantissaBits) + new Vector<int>(ExponentBias << MantissaBits);
        return p * Vector.AsVectorSingle(power);
    }
}
