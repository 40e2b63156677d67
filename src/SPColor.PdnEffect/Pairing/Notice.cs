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
internal sealed record Notice(NoticeKind Kind, string Text);
