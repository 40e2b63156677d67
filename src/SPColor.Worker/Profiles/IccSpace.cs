using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Profiles;

/// <summary>
/// Reads profiles of three curves and a matrix, or of one curve (ICC.1:2022 §8.3.3, §8.4.3, §8.5.3): all that cameras, screens and working spaces have.
/// Of one that holds tables too, curves and matrix are taken.
/// </summary>
internal static class IccSpace
{
    private const int ConnectionSpaceAt = 20;

    /// <summary>Reads a profile; null where it has tables alone, or is damaged.</summary>
    /// <param name="profile">Of kind <see cref="ProfileKind.Rgb"/> or <see cref="ProfileKind.Grey"/>.</param>
    /// <returns>With the profile itself; with an RGB one of the same curve for a grey profile, which no coloured output can carry.</returns>
    public static FollowedSpace? Read(byte[] profile)
    {
        if (IccTags.Open(profile) is not { } tags)
            return null;
        return IccProfile.Kind(profile) switch
        {
            ProfileKind.Rgb => Rgb(profile, tags),
            ProfileKind.Grey => Grey(profile, tags),
            _ => null,
        };
    }

    private static FollowedSpace? Rgb(byte[] profile, IccTags tags)
    {
        if (tags.Xyz("rXYZ") is not { } r || tags.Xyz("gXYZ") is not { } g || tags.Xyz("bXYZ") is not { } b)
            return null;
        if (IccCurve.Read(tags.Find("rTRC")) is not { } red)
            return null;
        IccCurve? green = Another("gTRC", red), blue = green is null ? null : Another("bTRC", green);
        if (green is null || blue is null)
            return null;
        double[] primaries = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
        if (RgbSpace.Create(red.Curve, green.Curve, blue.Curve, primaries) is not { } space)
            return null;
        return new FollowedSpace(space, profile.Length <= IccProfile.MaxLength
            ? profile
            : IccBuilder.Build("The photo's colours", Chromaticities.Srgb, primaries, [red, green, blue]));

        // Most profiles say the same three times, mostly by one place in the file.
        IccCurve? Another(string name, IccCurve before) =>
            tags.Find(name) is { } tag && tag.Span.SequenceEqual(before.Tag.Span) ? before : IccCurve.Read(tags.Find(name));
    }

    private static FollowedSpace? Grey(byte[] profile, IccTags tags)
    {
        bool isLightness = profile.AsSpan(ConnectionSpaceAt, 4).SequenceEqual("Lab "u8);
        IccCurve? curve = isLightness ? IccCurve.ReadLightness(tags.Find("kTRC")) : IccCurve.Read(tags.Find("kTRC"));
        if (curve is null)
            return null;
        return FollowedSpace.Of("The photo's grey, sRGB primaries", Chromaticities.Srgb, curve);
    }
}
