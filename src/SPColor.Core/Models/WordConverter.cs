using System.Text.Json;
using System.Text.Json.Serialization;

namespace SPColor.Core.Models;

/// <summary>Reads and writes an enum as its kebab-case word and refuses any other word by name.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"expected one of {string.Join(", ", Words.Keys)}");
        string word = reader.GetString()!;
        return Words.TryGetValue(word, out T value)
            ? value
            : throw new JsonException($"unknown word \"{word}\", expected one of {string.Join(", ", Words.Keys)}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
}
