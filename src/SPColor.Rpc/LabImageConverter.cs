using System.Text.Json;
using System.Text.Json.Serialization;
using SPColor.Core.Imaging;
using SPColor.Core.Protocol;

namespace SPColor.Rpc;

/// <summary>Working-size pictures. What is read is checked, for the process at the other end may be anything.</summary>
internal sealed class LabImageConverter : JsonConverter<LabImage>
{
    public override LabImage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Planes planes = JsonSerializer.Deserialize<Planes>(ref reader, options) ?? throw new JsonException("a picture is null");
        if (planes.Width is < 1 or > WorkerProtocol.MaxPixels || planes.Height is < 1 or > WorkerProtocol.MaxPixels
            || (long)planes.Width * planes.Height > WorkerProtocol.MaxPixels)
        {
            throw new JsonException($"a picture of {planes.Width}×{planes.Height} is no working size");
        }
        var image = new LabImage(new GridSize(planes.Width, planes.Height));
        Copy(planes.L, image.L);
        Copy(planes.A, image.A);
        Copy(planes.B, image.B);
        Copy(planes.Coverage, image.Coverage);
        return image;
    }

    public override void Write(Utf8JsonWriter writer, LabImage value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, new Planes(value.Size.Width, value.Size.Height, value.L, value.A, value.B, value.Coverage), options);

    private static void Copy(float[]? plane, float[] to)
    {
        if (plane?.Length != to.Length)
            throw new JsonException($"a plane has {plane?.Length ?? 0} values instead of {to.Length}");
        plane.CopyTo(to, 0);
    }

    private sealed record Planes(int Width, int Height, float[] L, float[] A, float[] B, float[] Coverage);
}
