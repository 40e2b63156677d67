using System.Runtime.InteropServices;
using SkiaSharp;

namespace SPColor.MakeSamples;

/// <summary>Writes 8-bit PNG files without palette, as small as the encoder can.</summary>
internal static class PngFile
{
    /// <param name="path">The file to write.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="values">sRGB in 0…1, row by row.</param>
    public static void WriteColour(string path, int width, Vector3[] values)
    {
        byte[] bytes = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
        {
            bytes[i * 4] = Byte(values[i].X);
            bytes[i * 4 + 1] = Byte(values[i].Y);
            bytes[i * 4 + 2] = Byte(values[i].Z);
            bytes[i * 4 + 3] = 255;
        }
        Write(path, new SKImageInfo(width, values.Length / width, SKColorType.Rgba8888, SKAlphaType.Opaque), bytes);
    }

    /// <param name="path">The file to write.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="values">Grey in 0…1, row by row.</param>
    public static void WriteGrey(string path, int width, float[] values) =>
        Write(path, new SKImageInfo(width, values.Length / width, SKColorType.Gray8, SKAlphaType.Opaque), Array.ConvertAll(values, Byte));

    private static void Write(string path, SKImageInfo info, byte[] bytes)
    {
        GCHandle pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            using var pixmap = new SKPixmap(info, pin.AddrOfPinnedObject(), info.RowBytes);
            using SKData data = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9))
                ?? throw new InvalidOperationException($"{path}: the PNG encoder refused {info.Width}×{info.Height} {info.ColorType}.");
            using FileStream file = File.Create(path);
            data.SaveTo(file);
        }
        finally
        {
            pin.Free();
        }
    }

    private static byte Byte(float value) => (byte)MathF.Round(Math.Clamp(value, 0, 1) * 255);
}
