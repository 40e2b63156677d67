using System.Text.Json.Serialization;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Models;

/// <summary>The JSON of packs, strict: every member is needed unless it has a default, and no other is allowed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(WordConverter<InputConvention>),
        typeof(WordConverter<ColorPlane>),
        typeof(WordConverter<WarpUpsampling>),
        typeof(WordConverter<FeatureCentring>),
        typeof(WordConverter<ReductionRule>),
        typeof(WordConverter<CodeResampling>),
    ])]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(CentresFile))]
internal sealed partial class PackJson : JsonSerializerContext;

/// <summary>The centres' file.</summary>
/// <param name="Count">Number of centres.</param>
/// <param name="Channels">Length of each.</param>
/// <param name="Centres">The centres.</param>
internal sealed record CentresFile(int Count, int Channels, float[][] Centres);
