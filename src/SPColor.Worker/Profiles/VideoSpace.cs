namespace SPColor.Worker.Profiles;

/// <summary>Spaces by the code points of ITU-T H.273, as PNG's cICP holds them: those of ordinary pictures.</summary>
internal static class VideoSpace
{
    private const byte Rgb = 0, FullRange = 1;

    /// <summary>Reads four code points; null for high dynamic range (PQ, HLG) and for what is no full-range RGB.</summary>
    /// <param name="points">Primaries, curve, matrix, range.</param>
    public static FollowedSpace? Read(ReadOnlySpan<byte> points)
    {
        Chromaticities? primaries = points[0] switch
        {
            1 => Chromaticities.Srgb,
            9 => Chromaticities.Rec2020,
            12 => Chromaticities.DisplayP3,
            _ => null,
        };
        IccCurve? curve = points[1] switch
        {
            1 or 6 or 14 or 15 => IccCurve.Sampled(Rec709),
            4 => IccCurve.Power(2.2),
            5 => IccCurve.Power(2.8),
            8 => IccCurve.Power(1),
            13 => IccCurve.Srgb,
            _ => null,
        };
        return primaries is null || curve is null || points[2] != Rgb || points[3] != FullRange
            ? null
            : FollowedSpace.Of("The photo's cICP", primaries, curve);
    }

    private static double Rec709(double x) => x < 0.081 ? x / 4.5 : Math.Pow((x + 0.099) / 1.099, 1 / 0.45);
}
