using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SPColor.Rpc;

/// <summary>Planes of numbers as base64 of their little-endian bytes: every value arrives with the very same bits.</summary>
internal sealed class PlaneConverter<T> : JsonConverter<T[]>
    where T : unmanaged
{
    public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        byte[] bytes = reader.GetBytesFromBase64();
        var values = new T[bytes.Length / Marshal.SizeOf<T>()];
        if (values.Length * Marshal.SizeOf<T>() != bytes.Length)
            throw new JsonException($"a plane of {bytes.Length} bytes ends within a number");
        bytes.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));
}
