using System.Text;
using System.Text.RegularExpressions;

namespace SPColor.Worker.Pictures;

/// <summary>What an XMP packet says about how the pixels lie, kept true once the picture has been turned.</summary>
internal static partial class XmpPacket
{
    /// <summary>The packet with orientation 1, of the same length; everything else stays as it is.</summary>
    /// <param name="packet">The packet, or null.</param>
    public static byte[]? Upright(byte[]? packet) =>
        // Latin 1 keeps every byte.
        packet is null ? null : Encoding.Latin1.GetBytes(Orientation().Replace(Encoding.Latin1.GetString(packet), "${before}1"));

    [GeneratedRegex("(?<before>tiff:Orientation\\s*(=\\s*[\"']|>\\s*))[2-8]")]
    private static partial Regex Orientation();
}
