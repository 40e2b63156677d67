using System.Text.Json;

namespace SPColor.Core.Models;

/// <summary>Turns the bytes of manifest.json into a checked <see cref="ModelManifest"/>.</summary>
internal static class ManifestReader
{
    /// <summary>Name of the manifest in every pack's folder.</summary>
    internal const string FileName = "manifest.json";

    /// <summary>Reads a pack's manifest.</summary>
    /// <param name="directory">The pack's folder.</param>
    /// <exception cref="SPColorException">Missing, too long, unreadable, too new, or wrong.</exception>
    internal static ModelManifest Read(string directory)
    {
        string place = Path.Combine(directory, FileName);
        try
        {
            using FileStream stream = File.OpenRead(place);
            if (stream.Length > PackLimits.ManifestBytes)
                throw PackFailure.Wrong(place, $"it has {stream.Length} bytes, more than the {PackLimits.ManifestBytes} allowed");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Parse(bytes, place);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SPColorException($"{place} is missing: {directory} is no SPColor model pack, check the name or reinstall SPColor", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SPColorException($"{place} cannot be read ({e.Message}): check its permissions", e);
        }
    }

    /// <summary>Parses and checks a manifest.</summary>
    /// <param name="utf8">Content of the file.</param>
    /// <param name="place">Its path, for messages.</param>
    internal static ModelManifest Parse(ReadOnlyMemory<byte> utf8, string place)
    {
        try
        {
            // The format comes first: a newer manifest may hold members that strict reading would blame instead.
            RefuseNewer(utf8, place);
            ModelManifest manifest = JsonSerializer.Deserialize(utf8.Span, PackJson.Default.ModelManifest)
                ?? throw new JsonException("it holds nothing");
            ManifestRules.Check(manifest, place);
            return manifest;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // JsonElement gives the second for names that are no Unicode.
            throw Wrong(place, e);
        }
    }

    /// <summary>The failure that a wrong JSON file of a pack ends in.</summary>
    /// <param name="place">Path of the file.</param>
    /// <param name="cause">What the parser said; it names the member.</param>
    internal static SPColorException Wrong(string place, Exception cause)
    {
        string? path = (cause as JsonException)?.Path;
        string where = path is null || cause.Message.Contains("Path:", StringComparison.Ordinal) ? "" : $" at {path}";
        return PackFailure.Wrong(place, $"{cause.Message}{where}", cause);
    }

    private static void RefuseNewer(ReadOnlyMemory<byte> utf8, string place)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("format", out JsonElement format)
            && format.ValueKind == JsonValueKind.Number
            && format.TryGetDouble(out double number)
            && number > PackLimits.ManifestFormat)
        {
            string formats = $"manifest format {format.GetRawText()}, this one reads {PackLimits.ManifestFormat}";
            throw new SPColorException($"{place} was made for a newer SPColor ({formats}): update SPColor");
        }
    }
}
