using SPColor.Worker.Pictures;

namespace SPColor.Worker.Profiles;

/// <summary>The space of cameras that name it in EXIF alone (DCF 2.0): Adobe RGB is told by the interoperability index "R03".</summary>
internal static class CameraSpace
{
    private const ushort ExifDirectory = 0x8769;
    private const ushort InteroperabilityDirectory = 0xA005;
    private const ushort ColorSpace = 0xA001;
    private const ushort Index = 1;
    private const uint IsSrgb = 1;

    // The curve of Adobe RGB (1998): 563/256.
    private const double Exponent = 2.19921875;

    private static readonly Lazy<FollowedSpace> _adobeRgb =
        new(() => FollowedSpace.Of("Compatible with Adobe RGB (1998)", Chromaticities.AdobeRgb, IccCurve.Power(Exponent))!);

    /// <summary>What an EXIF block says, or null.</summary>
    /// <param name="exif">The block, or null.</param>
    public static FollowedSpace? Read(byte[]? exif)
    {
        if (!IfdReader.TryOpen(exif, out IfdReader main) || !main.TryOpenChild(ExifDirectory, out IfdReader details))
            return null;
        bool isAdobe = details.Integer(ColorSpace) != IsSrgb
            && details.TryOpenChild(InteroperabilityDirectory, out IfdReader interoperability)
            && interoperability.StartsWith(Index, "R03"u8);
        return isAdobe ? _adobeRgb.Value : null;
    }
}
