namespace SPColor.Core.Models;

/// <summary>
/// What manifest.json says of a pack: every fact about its networks that code must not hard-code (docs/architecture.md §4).
/// </summary>
/// <param name="Format">Format of the manifest, <see cref="PackLimits.ManifestFormat"/>.</param>
/// <param name="Name">Name of the pack, as the user types it.</param>
/// <param name="Version">Version of the pack.</param>
/// <param name="License">License of the weights, an SPDX expression or a phrase.</param>
/// <param name="Description">One line for <c>spcolor models list</c>.</param>
/// <param name="Files">Every file of the pack, with size and hash.</param>
/// <param name="Features">The feature network (step 2).</param>
/// <param name="Segmentation">The segmentation network (step 3), or null where the feature network gives the code as well.</param>
/// <param name="Classes">Class centres and how they are used (step 4).</param>
/// <param name="Correspondence">How positions are matched (step 6).</param>
/// <param name="Color">The colour network (step 7).</param>
/// <param name="Memory">Bytes of free memory that loading the networks and a run at working size 256 take; null: too little to ask.</param>
/// <param name="Smoothing">How colours are evened out where the match is not sure (steps 6 and 7); null: not at all.</param>
public sealed record ModelManifest(
    int Format,
    string Name,
    string Version,
    string License,
    string Description,
    IReadOnlyList<PackFile> Files,
    FeatureFacts Features,
    ClassFacts Classes,
    CorrespondenceFacts Correspondence,
    ColorFacts Color,
    SegmentationFacts? Segmentation = null,
    long? Memory = null,
    SmoothingFacts? Smoothing = null);

/// <summary>One file of a pack.</summary>
/// <param name="Path">Path below the pack's folder, with forward slashes.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record PackFile(string Path, long Bytes, string Sha256);
