namespace SPColor.Core.Imaging;

/// <summary>
/// What the red, green and blue numbers of a picture mean: a curve to light for each channel, and where the primaries lie.
/// Every space near sRGB is <see cref="Srgb"/> itself, whose pictures go the short way.
/// </summary>
public sealed class RgbSpace
{
    // Half a step of 8 bits: profiles of sRGB differ by the rounding of their curves and primaries.
    private const float NearCurve = 0.5f / 255;
    private const float NearPrimaries = 0.002f;

    private readonly Lazy<float[][]> _encoded8;
    private readonly Lazy<float[][]> _encoded16;

    private RgbSpace(ToneCurve red, ToneCurve green, ToneCurve blue, Primaries primaries)
    {
        (Red, Green, Blue, Primaries) = (red, green, blue, primaries);
        _encoded8 = new(() => Each(curve => curve.EncodedForSrgb()));
        _encoded16 = new(() => Each(curve => curve.DeepEncodedForSrgb()));
    }

    /// <summary>sRGB (IEC 61966-2-1).</summary>
    public static RgbSpace Srgb { get; } = new(ToneCurve.Srgb, ToneCurve.Srgb, ToneCurve.Srgb, Primaries.Srgb);

    /// <summary>Whether this is <see cref="Srgb"/>.</summary>
    public bool IsSrgb => ReferenceEquals(this, Srgb);

    internal ToneCurve Red { get; }

    internal ToneCurve Green { get; }

    internal ToneCurve Blue { get; }

    internal Primaries Primaries { get; }

    /// <summary>A space; <see cref="Srgb"/> where it cannot be told from it.</summary>
    /// <param name="red">Curve of the red numbers.</param>
    /// <param name="green">Of the green ones; the same object where it is the same curve.</param>
    /// <param name="blue">Of the blue ones.</param>
    /// <param name="primaries">XYZ of the primaries at D50: rows X, Y, Z, columns red, green, blue.</param>
    /// <returns>Null where the primaries span no space.</returns>
    public static RgbSpace? Create(ToneCurve red, ToneCurve green, ToneCurve blue, ReadOnlySpan<double> primaries)
    {
        ArgumentNullException.ThrowIfNull(red);
        ArgumentNullException.ThrowIfNull(green);
        ArgumentNullException.ThrowIfNull(blue);
        if (primaries.Length != 9)
            throw new ArgumentException("A matrix of 3 × 3 has 9 numbers.", nameof(primaries));
        if (Primaries.Create(primaries) is not { } matrix)
            return null;
        bool isSrgb = matrix.DistanceToSrgb <= NearPrimaries
            && new[] { red, green, blue }.Distinct().All(curve => curve.Distance(ToneCurve.Srgb) <= NearCurve);
        return isSrgb ? Srgb : new RgbSpace(red, green, blue, matrix);
    }

    /// <summary>The tone of a grey number as sRGB would store it, 0…255.</summary>
    /// <param name="level">8-bit number.</param>
    public byte SrgbTone(byte level) => IsSrgb ? level : (byte)((Encoded(PixelFormat.Rgba8)[1][level] * 255f) + 0.5f);

    /// <summary>The sRGB-encoded value 0…1 of every number, curves alone: tables for red, green and blue.</summary>
    internal float[][] Encoded(PixelFormat format) => format == PixelFormat.Rgba16 ? _encoded16.Value : _encoded8.Value;

    /// <summary>Linear light of every number: tables for red, green and blue.</summary>
    internal (float[] Red, float[] Green, float[] Blue) Linear(PixelFormat format) => format == PixelFormat.Rgba16
        ? (Red.Linear16, Green.Linear16, Blue.Linear16)
        : (Red.Linear8, Green.Linear8, Blue.Linear8);

    private float[][] Each(Func<ToneCurve, float[]> table)
    {
        float[] red = table(Red);
        float[] green = ReferenceEquals(Green, Red) ? red : table(Green);
        return [red, green, ReferenceEquals(Blue, Green) ? green : table(Blue)];
    }
}
