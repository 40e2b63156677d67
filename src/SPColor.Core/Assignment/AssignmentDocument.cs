using System.Text.Json.Serialization;

namespace SPColor.Core.Assignment;

/// <summary>The pairing file as JSON has it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AssignmentDocument(
    int Format,
    string? Pack,
    int Areas,
    Dictionary<string, string?>? Target,
    Dictionary<string, string?>? References);

/// <summary>The one member that every version of the format has.</summary>
internal sealed record AssignmentFormat(int? Format);

/// <summary>Readers and writers made at build time.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssignmentDocument))]
[JsonSerializable(typeof(AssignmentFormat))]
internal sealed partial class AssignmentJson : JsonSerializerContext;
