using System.Numerics;
using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Samples of 9…15 bits that scanners store in 16 without stretching them: the picture would be nearly black.</summary>
internal static class TiffDepth
{
    private const int LeastBits = 9;

    // A brightest sample below this is a sixteenth of white or less.
    private const int NearlyBlack = 1 << 12;

    /// <summary>Stretches samples where the file says how many bits they have; where it does not, notes a nearly black picture.</summary>
    /// <param name="picture">The picture as stored; changed in place.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="mostSample">MaxSampleValue (TIFF 6.0 §8), or null.</param>
    /// <param name="path">The file, for notes.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static Picture Stretch(Picture picture, TiffLayout layout, int? mostSample, string path, CancellationToken cancellationToken)
    {
        if (layout.Format != PixelFormat.Rgba16)
            return picture;
        bool isInverted = layout.Photometric == Photometric.MINISWHITE;
        int brightest = Brightest(picture.Pixels, isInverted, cancellationToken);
        int most = mostSample ?? ushort.MaxValue;
        int bits = BitOperations.Log2((uint)Math.Max(1, most + 1));
        bool says = most == (1 << bits) - 1 && bits is >= LeastBits and < 16 && brightest <= most;
        if (!says)
        {
            return brightest >= NearlyBlack || brightest == 0 ? picture : With(
                picture, $"{path}: its brightest sample is {brightest:N0} of 65,535, it is nearly black: stretch it in an image editor first.");
        }
        for (int y = 0; y < picture.Pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<ushort> row = MemoryMarshal.Cast<byte, ushort>(picture.Pixels.Row(y));
            for (int i = 0; i < row.Length; i++)
            {
                if ((i & 3) == 3)
                    continue;
                int stored = isInverted ? ushort.MaxValue - row[i] : row[i];
                int stretched = ((stored * ushort.MaxValue) + (most / 2)) / most;
                row[i] = (ushort)(isInverted ? ushort.MaxValue - stretched : stretched);
            }
        }
        return With(picture, $"{path}: its samples have {bits} bits, they are stretched to 16.");
    }

    private static Picture With(Picture picture, string note) => picture with { Notes = [.. picture.Notes, note] };

    private static int Brightest(PixelBuffer pixels, bool isInverted, CancellationToken cancellationToken)
    {
        int brightest = 0;
        for (int y = 0; y < pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<ushort> row = MemoryMarshal.Cast<byte, ushort>(pixels.Row(y));
            for (int i = 0; i < row.Length; i++)
            {
                if ((i & 3) != 3)
                    brightest = Math.Max(brightest, isInverted ? ushort.MaxValue - row[i] : row[i]);
            }
        }
        return brightest;
    }
}
