namespace SPColor.Worker.Pictures;

/// <summary>What kind of numbers a colour profile describes (ICC.1:2022 §7.2.6).</summary>
internal enum ProfileKind
{
    /// <summary>No profile, or none that fits pictures.</summary>
    None,

    /// <summary>Red, green, blue: followed, and kept with the picture.</summary>
    Rgb,

    /// <summary>Grey: followed, and said again by an RGB profile of its curve.</summary>
    Grey,

    /// <summary>Inks: the picture is converted to sRGB.</summary>
    Cmyk,
}

/// <summary>Facts of ICC profiles.</summary>
internal static class IccProfile
{
    /// <summary>Longest profile that is kept, bytes: what JPEG can hold; printer profiles have about 2 MB.</summary>
    public const int MaxLength = 16_000_000;

    private const int HeaderLength = 128;
    private const int ColourSpaceAt = 16;
    private const int MagicAt = 36;

    /// <summary>The kind of a profile.</summary>
    /// <param name="profile">Its bytes, or null.</param>
    public static ProfileKind Kind(byte[]? profile)
    {
        if (profile is null || profile.Length < HeaderLength || !profile.AsSpan(MagicAt).StartsWith("acsp"u8))
            return ProfileKind.None;
        ReadOnlySpan<byte> space = profile.AsSpan(ColourSpaceAt, 4);
        return space.SequenceEqual("RGB "u8) ? ProfileKind.Rgb
            : space.SequenceEqual("GRAY"u8) ? ProfileKind.Grey
            : space.SequenceEqual("CMYK"u8) ? ProfileKind.Cmyk
            : ProfileKind.None;
    }
}
