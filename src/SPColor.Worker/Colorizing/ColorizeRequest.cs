namespace SPColor.Worker.Colorizing;

/// <summary>Everything that <c>spcolor colorize</c> was asked for.</summary>
/// <param name="Target">The grey photo.</param>
/// <param name="References">One or more colour pictures: A, B, ….</param>
/// <param name="Output">The picture to write.</param>
/// <param name="Engine">Pack and device.</param>
/// <param name="Look">How pictures are looked at.</param>
/// <param name="Strength">0…100.</param>
/// <param name="Pairing">Areas and pairing of the command line and its pairing file.</param>
/// <param name="SavePairing">Where to keep the pairing, or null.</param>
/// <param name="Maps">Folder for the pictures of every step, or null.</param>
/// <param name="InPlace">Whether the output may replace the photo itself.</param>
/// <param name="Quality">Of a JPEG or WebP output, 1…100, or null: as the photo, else nearly without loss.</param>
internal sealed record ColorizeRequest(
    string Target,
    IReadOnlyList<string> References,
    string Output,
    EngineChoice Engine,
    LookChoice Look,
    int Strength,
    PairingRequest Pairing,
    string? SavePairing,
    string? Maps,
    bool InPlace,
    int? Quality);
