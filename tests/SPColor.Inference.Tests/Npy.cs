using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SPColor.Inference.Tests;

/// <summary>Reads the NumPy fixtures: little-endian, C order, f4, f8 or i8, all as double.</summary>
internal static class Npy
{
    internal static double[] Doubles(string fixture)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture));
        int header = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        string description = Encoding.ASCII.GetString(bytes, 10, header);
        ReadOnlySpan<byte> data = bytes.AsSpan(10 + header);
        return description switch
        {
            _ when description.Contains("'<f4'", StringComparison.Ordinal) => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(value => (double)value)],
            _ when description.Contains("'<f8'", StringComparison.Ordinal) => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            _ when description.Contains("'<i8'", StringComparison.Ordinal) => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(value => (double)value)],
            _ => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{fixture}: {description}")),
        };
    }

    internal static float[] Floats(string fixture) => [.. Doubles(fixture).Select(value => (float)value)];

    internal static int[] Ints(string fixture) => [.. Doubles(fixture).Select(value => (int)value)];
}
