using SPColor.Core.Imaging;

namespace SPColor.Worker.Profiles;

/// <summary>What a picture's numbers mean, and the profile with which an output says so.</summary>
/// <param name="Space">The space.</param>
/// <param name="Profile">An RGB profile, or null: sRGB.</param>
internal sealed record FollowedSpace(RgbSpace Space, byte[]? Profile)
{
    /// <summary>Nothing is said: sRGB.</summary>
    public static FollowedSpace Srgb { get; } = new(RgbSpace.Srgb, null);

    /// <summary>A space of given primaries and one curve, with a profile that says so; null where the primaries span no space.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="primaries">Its primaries and white.</param>
    /// <param name="curve">Its curve.</param>
    public static FollowedSpace? Of(string name, Chromaticities primaries, IccCurve curve)
    {
        double[] xyz = primaries.Primaries();
        if (RgbSpace.Create(curve.Curve, curve.Curve, curve.Curve, xyz) is not { } space)
            return null;
        return space.IsSrgb ? Srgb : new FollowedSpace(space, IccBuilder.Build(name, primaries, xyz, [curve, curve, curve]));
    }
}
