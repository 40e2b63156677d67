using System.Runtime.InteropServices;
using System.Text;

namespace SPColor.Core.Tests.Fixtures;

/// <summary>Reads the NumPy arrays beside it: version 1, little-endian, C order.</summary>
internal static class Npy
{
    private const int HeaderLengthAt = 8;
    private const int HeaderAt = 10;

    public static float[] Floats(string path) => Read<float>(path, "<f4");

    public static double[] Doubles(string path) => Read<double>(path, "<f8");

    public static int[] Ints(string path) => Array.ConvertAll(Read<long>(path, "<i8"), checked(value => (int)value));

    /// <summary>Turns channels × cells into cells × channels.</summary>
    public static float[] PositionMajor(float[] planes, int channels)
    {
        int cells = planes.Length / channels;
        float[] vectors = new float[planes.Length];
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] = planes[(i % channels * cells) + (i / channels)];

        return vectors;
    }

    private static T[] Read<T>(string path, string type)
        where T : struct
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", path));
        int headerLength = BitConverter.ToUInt16(bytes, HeaderLengthAt);
        string header = Encoding.ASCII.GetString(bytes, HeaderAt, headerLength);
        Assert.Contains($"'{type}'", header, StringComparison.Ordinal);
        Assert.Contains("'fortran_order': False", header, StringComparison.Ordinal);
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan(HeaderAt + headerLength)).ToArray();
    }
}
