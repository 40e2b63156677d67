using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Pairing;

/// <summary>How a notice looks.</summary>
internal enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Hint,

    /// <summary>There is a result, but not all that was asked for.</summary>
    Warning,

    /// <summary>There is no result.</summary>
    Problem,
}

/// <summary>One line for the user.</summary>
/// <param name="Kind">How it looks.</param>
/// <param name="Text">It names the thing and the cure.</param>
internal sealed record Notice(NoticeKind Kind, string Text)
{
    /// <summary>What a run has to tell.</summary>
    /// <param name="found">The run.</param>
    /// <param name="names">Of the layer and of the references.</param>
    public static IEnumerable<Notice> Of(SessionResult found, IReadOnlyList<string> names) =>
    [
        .. found.Answer.Notes.Select(note => new Notice(NoticeKind.Warning, Words.Note(note))),
        .. names.Zip([found.Target, .. found.References])
            .Where(picture => picture.Second.Image.Seen is { HasBorder: true })
            .Select(picture => new Notice(NoticeKind.Hint, Words.BorderLeftOut(picture.First))),
    ];
}
