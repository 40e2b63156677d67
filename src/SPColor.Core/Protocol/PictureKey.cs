using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Protocol;

/// <summary>Names a working-size picture by what it holds, so that sending it twice keeps it once.</summary>
public static class PictureKey
{
    /// <summary>Hexadecimal SHA-256 of role, size and planes.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="role">Target or reference: the networks may differ between them.</param>
    public static string Of(LabImage image, ImageRole role)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<int>([(int)role, image.Size.Width, image.Size.Height]));
        foreach (float[] plane in (float[][])[image.L, image.A, image.B, image.Coverage])
            hash.AppendData(MemoryMarshal.AsBytes<float>(plane));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
