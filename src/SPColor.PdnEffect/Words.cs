using System.Globalization;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;

namespace SPColor.PdnEffect;

/// <summary>Every word that the plugin's logic says to the user. Messages name the thing and the cure.</summary>
internal static class Words
{
    public const string NoSecondLayer =
        "This picture has one layer only. SPColor takes its colours from another one: add a layer with a colour picture "
        + "(Layers > Import From File), or choose a picture file here.";

    public const string NoColoredLayer =
        "No other visible layer has colour. Show the layer with the colour picture (tick its box in the Layers window), "
        + "or choose a layer or a picture file here.";

    public const string SelectionTooSmall =
        "The selection is too small to recognise anything in it: the whole layer is looked at. Only the selection changes.";

    public const string Automatic = "automatic";
    public const string LetItGuess = "no match: let it guess";
    public const string LeaveGrey = "leave grey";
    public const string NotUsed = "not used";
    public const string Various = "(several choices)";
    public const string Ready = "Ready";
    public const string Waiting = "Waiting…";
    public const string ClosesWhenDone = "closes when done";

    public static string Stopped(bool hasResult) =>
        (hasResult ? "Stopped. The canvas shows the last finished result, and OK would write that. " : "Stopped. Nothing is coloured yet. ")
        + "Change anything, or press Start again, to go on.";

    public static string EmptyLayer(string layer) =>
        $"Layer \"{layer}\" is empty. Select the layer with the grey photo in the Layers window, then open SPColor again.";

    public static string EmptySelection(string layer) =>
        $"Nothing of layer \"{layer}\" is visible in the selection. Select a part of the photo, or untick \"Looking at the selection\".";

    public static string SelectionOf(string layer) => $"the selection in {layer}";

    public static string EmptyReference(string name) => $"\"{name}\" is empty: it has no colour to give. Choose another reference.";

    public static string GreyReference(string name) => $"\"{name}\" has no colour to give: it is a grey picture. Choose a reference in colour.";

    public static string BorderLeftOut(string name) =>
        $"\"{name}\" has a border: it is not looked at and stays grey. If it belongs to the picture, untick \"Leave out a border\".";

    public static string ReferenceGone(string name) =>
        $"Reference \"{name}\" is not in this picture. Its rules were not used; open SPColor and choose a reference to set them anew.";

    public static string ReferenceReplaced(string name) =>
        $"Reference \"{name}\" is not in this picture: the first visible layer with colour was used. Open SPColor to choose another.";

    public static string HiddenLayer(string name) => $"{name} (hidden)";

    public static string OfLayer(string layer, string area) => $"{layer}: {area}";

    public static string Area(int classId, string? name) =>
        name is null ? string.Create(CultureInfo.InvariantCulture, $"area {classId}") : string.Create(CultureInfo.InvariantCulture, $"area {classId}, {name}");

    public static string SmallArea(int classId) => string.Create(CultureInfo.InvariantCulture, $"area {classId} (small)");

    public static string SmallAreas(int count) => count == 1 ? "1 small area" : string.Create(CultureInfo.InvariantCulture, $"{count} small areas");

    public static string MissingArea(string area) => $"area {area} (not there)";

    public static string Share(float share) =>
        share < 0.01f ? "under 1 %" : string.Create(CultureInfo.InvariantCulture, $"{MathF.Round(100 * share)} %");

    public static string TakesFrom(IReadOnlyList<string> areas) => areas.Count == 0 ? "no match: guessed" : $"from {string.Join(", ", areas)}";

    public static string GivesTo(IReadOnlyList<string> areas) => areas.Count == 0 ? "nothing takes it" : $"to {string.Join(", ", areas)}";

    public static string Progress(ColorizationStage stage, string? picture) => stage switch
    {
        ColorizationStage.WorkingSize => $"Reading {picture}…",
        ColorizationStage.Features => $"Looking at {picture}… (the first time on a graphics card can take minutes)",
        ColorizationStage.Segmentation or ColorizationStage.Areas => "Finding areas…",
        ColorizationStage.Assignment or ColorizationStage.Correspondence => "Matching areas…",
        _ => "Colouring…",
    };

    public static string Note(AssignmentNote note) => note.MissingSource is { } source
        ? $"Area {note.Area} should take its colour from area {source}, which the reference does not have: its colour is guessed. Choose another area for it."
        : note.Area.Reference is null
            ? $"Area {note.Area} is not in this layer: its rule was not used. Change the number of areas if you miss it."
            : $"Area {note.Area} is not in the reference: its rule was not used. Change the number of areas if you miss it.";

    public static string OtherPack(string file, string pack, string ours) =>
        $"Pairing {file} was made with the model pack \"{pack}\", not \"{ours}\": its areas may be other ones. Check the rows.";

    public static string TooManyReferences(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"There are {most} references already. Remove one before you add another.");

    /// <summary>Messages of programs begin small and end without a point; what the user reads is a sentence.</summary>
    public static string Sentence(string message) =>
        message.Length == 0 ? message : $"{char.ToUpperInvariant(message[0])}{message[1..].TrimEnd('.')}.";

    public static string Defect(Exception defect) =>
        $"Something inside SPColor went wrong ({defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}). "
        + "Your picture is unchanged; try again, and report it if it stays.";
}
