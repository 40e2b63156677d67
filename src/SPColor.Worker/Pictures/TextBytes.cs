using System.Text;

namespace SPColor.Worker.Pictures;

/// <summary>Texts of files that do not say which letters they use.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text: as UTF-8 where it is that, else as Latin 1, which every byte is.</summary>
    /// <param name="bytes">The bytes; zeros at the end are left out.</param>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd((byte)0);
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>The text as UTF-8.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Whether Latin 1 holds every letter.</summary>
    /// <param name="text">The text.</param>
    public static bool IsLatin1(string text) => text.All(letter => letter <= byte.MaxValue);
}
