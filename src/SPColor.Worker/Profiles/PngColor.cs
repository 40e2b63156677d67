using System.Buffers.Binary;

namespace SPColor.Worker.Profiles;

/// <summary>What a PNG file says about its colours in chunks of its own (PNG, third edition, §11.3.2), beside or instead of a profile.</summary>
internal sealed record PngColor
{
    private const int GammaScale = 100_000;

    // Writers of sRGB pictures put gAMA 45455 for old readers; 2.2 and sRGB's curve are not the same.
    private const double SrgbGamma = 0.45455, NearSrgb = 0.005;

    // Exponents outside are no picture's.
    private const double LeastGamma = 0.1, MostGamma = 10;

    /// <summary>gAMA as stored: what a writer raised light to, in 100,000ths; else null.</summary>
    public byte[]? Gamma { get; init; }

    /// <summary>cHRM as stored: white, red, green, blue, each x and y in 100,000ths; else null.</summary>
    public byte[]? Primaries { get; init; }

    /// <summary>Whether there is an sRGB chunk.</summary>
    public bool IsSrgb { get; init; }

    /// <summary>cICP as stored: primaries, curve, matrix, range (ITU-T H.273); else null.</summary>
    public byte[]? CodePoints { get; init; }

    /// <summary>What the chunks say together; sRGB where they say nothing; null where it cannot be followed.</summary>
    public FollowedSpace? Read()
    {
        if (CodePoints is { Length: 4 } points)
            return VideoSpace.Read(points);
        if (IsSrgb)
            return FollowedSpace.Srgb;
        double? gamma = Gamma is { Length: 4 } bytes && BinaryPrimitives.ReadUInt32BigEndian(bytes) / (double)GammaScale is > LeastGamma and < MostGamma and var value
            ? value : null;
        Chromaticities? primaries = Primaries is { Length: 32 } ? Chroma(Primaries) : null;
        if (gamma is null && primaries is null)
            return FollowedSpace.Srgb;
        IccCurve curve = gamma is { } exponent && Math.Abs(exponent - SrgbGamma) > NearSrgb ? IccCurve.Power(1 / exponent) : IccCurve.Srgb;
        FollowedSpace? followed = FollowedSpace.Of("The photo's gAMA and cHRM", primaries ?? Chromaticities.Srgb, curve);
        // With primaries of its own, 45455 is no stand-in for sRGB.
        return followed is { Space.IsSrgb: false } && gamma is { } own && ReferenceEquals(curve, IccCurve.Srgb)
            ? FollowedSpace.Of("The photo's gAMA and cHRM", primaries!, IccCurve.Power(1 / own))
            : followed;
    }

    private static Chromaticities? Chroma(ReadOnlySpan<byte> data)
    {
        Span<double> at = stackalloc double[8];
        for (int i = 0; i < at.Length; i++)
            at[i] = BinaryPrimitives.ReadUInt32BigEndian(data[(4 * i)..]) / (double)GammaScale;
        // A y of zero is no colour.
        return at[1] > 0 && at[3] > 0 && at[5] > 0 && at[7] > 0
            ? new Chromaticities((at[0], at[1]), (at[2], at[3]), (at[4], at[5]), (at[6], at[7]))
            : null;
    }
}
