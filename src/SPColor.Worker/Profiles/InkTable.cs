using System.Runtime.Intrinsics;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Profiles;

/// <summary>
/// From four inks to sRGB as a CMYK profile says. Skia follows such profiles in JPEG files only, so it is shown one with a grid of
/// inks; between them it is linear. A TIFF file so gets the colours of a JPEG file.
/// </summary>
internal sealed class InkTable
{
    private const int Steps = 17;
    private const int Across = Steps * Steps;
    private const int Corners = 16;

    // Steps of black, yellow, magenta and cyan in the table.
    private static readonly int[] _strides = [1, Steps, Steps * Steps, Steps * Steps * Steps];

    private readonly Vector128<float>[] _colors;

    private InkTable(Vector128<float>[] colors) => _colors = colors;

    /// <summary>Whether a profile has what the way from inks needs (ICC.1:2022 §8.3.2: a table).</summary>
    /// <param name="profile">Its bytes, or null.</param>
    public static bool IsUsable(byte[]? profile) => IccProfile.Kind(profile) == ProfileKind.Cmyk
        && IccTags.Open(profile!) is { } tags && (tags.Find("A2B0") ?? tags.Find("A2B1")) is not null;

    /// <summary>Makes the table of a profile.</summary>
    /// <param name="profile">A usable one.</param>
    /// <param name="path">The picture's file, for messages.</param>
    /// <param name="cancellationToken">Stops the waiting for Skia.</param>
    public static InkTable Read(byte[] profile, string path, CancellationToken cancellationToken)
    {
        byte[] inks = new byte[4 * Across * Across];
        for (int i = 0; i < inks.Length / 4; i++)
        {
            for (int ink = 0; ink < 4; ink++)
                inks[(4 * i) + ink] = (byte)Math.Round(i / _strides[3 - ink] % Steps * 255.0 / (Steps - 1));
        }
        using MemoryStream file = new();
        JpegMetadata.Write(file, FlatJpeg.Write(inks, Across), new PictureMetadata(profile));
        PixelBuffer grid = SkiaReader.Read(path, file.ToArray(), ProfileKind.Cmyk, cancellationToken).Pixels;
        Vector128<float>[] colors = new Vector128<float>[Across * Across];
        for (int i = 0; i < colors.Length; i++)
        {
            ReadOnlySpan<byte> pixel = grid.Row(i / Across * FlatJpeg.Block)[(4 * FlatJpeg.Block * (i % Across))..];
            colors[i] = Vector128.Create(pixel[0], pixel[1], pixel[2], 255f);
        }
        return new InkTable(colors);
    }

    /// <summary>Replaces inks by opaque sRGB.</summary>
    /// <param name="pixels">Four bytes a pixel: cyan, magenta, yellow, black.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public void ToSrgb(PixelBuffer pixels, CancellationToken cancellationToken)
    {
        Parallel.For(0, pixels.Size.Height, new ParallelOptions { CancellationToken = cancellationToken }, y =>
        {
            Span<byte> row = pixels.Row(y);
            for (int i = 0; i < row.Length; i += 4)
                Convert(row.Slice(i, 4));
        });
    }

    private void Convert(Span<byte> pixel)
    {
        Span<float> parts = stackalloc float[4];
        int first = 0;
        for (int ink = 0; ink < 4; ink++)
        {
            float at = pixel[ink] * ((Steps - 1) / 255f);
            int below = Math.Min((int)at, Steps - 2);
            parts[ink] = at - below;
            first += below * _strides[3 - ink];
        }
        Vector128<float> color = Vector128<float>.Zero;
        for (int corner = 0; corner < Corners; corner++)
        {
            (float weight, int place) = (1, first);
            for (int ink = 0; ink < 4; ink++)
            {
                bool isAbove = (corner >> ink & 1) != 0;
                weight *= isAbove ? parts[ink] : 1 - parts[ink];
                place += isAbove ? _strides[3 - ink] : 0;
            }
            color += _colors[place] * weight;
        }
        for (int channel = 0; channel < 4; channel++)
            pixel[channel] = (byte)(color[channel] + 0.5f);
    }
}
