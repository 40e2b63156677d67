using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SPColor.Bench.Paper;

/// <summary>Reads little-endian float32 arrays in C order, as training/parity/make.py writes them.</summary>
internal static class NumpyFile
{
    public static float[] Floats(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return MemoryMarshal.Cast<byte, float>(bytes.AsSpan(10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)))).ToArray();
    }
}
