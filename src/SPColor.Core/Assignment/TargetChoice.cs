namespace SPColor.Core.Assignment;

/// <summary>What the user decided for one area of the target.</summary>
public enum TargetChoiceKind
{
    /// <summary>Takes colour from the areas with its own id, in any reference.</summary>
    Automatic,

    /// <summary>Takes colour from the area named.</summary>
    TakeFrom,

    /// <summary>Is unrelated on purpose: the colour network guesses.</summary>
    LetItGuess,

    /// <summary>Stays grey.</summary>
    LeaveGrey,
}

/// <summary>Where one area of the target takes its colour from.</summary>
public readonly record struct TargetChoice
{
    private const string AutomaticWord = "auto";
    private const string GuessWord = "guess";
    private const string GreyWord = "grey";

    private TargetChoice(TargetChoiceKind kind, AreaName source)
    {
        Kind = kind;
        Source = source;
    }

    /// <summary>The areas with its own id, in any reference; also the default.</summary>
    public static TargetChoice Automatic => default;

    /// <summary>Unrelated on purpose.</summary>
    public static TargetChoice LetItGuess => new(TargetChoiceKind.LetItGuess, default);

    /// <summary>No colour.</summary>
    public static TargetChoice LeaveGrey => new(TargetChoiceKind.LeaveGrey, default);

    /// <summary>Which of the four it is.</summary>
    public TargetChoiceKind Kind { get; }

    /// <summary>The area that colour is taken from; without a reference: from that id in any. Only meaningful for <see cref="TargetChoiceKind.TakeFrom"/>.</summary>
    public AreaName Source { get; }

    /// <summary>Colour from the area named.</summary>
    /// <param name="source">An id in one reference, or in any. It is the id that the reference's area counts as.</param>
    public static TargetChoice TakeFrom(AreaName source) => new(TargetChoiceKind.TakeFrom, source);

    /// <summary>Reads the text form.</summary>
    /// <param name="text">"auto", "guess", "grey", or an area like "B:3".</param>
    /// <exception cref="SPColorException">It is none of them.</exception>
    public static TargetChoice Parse(string text) => text switch
    {
        AutomaticWord => Automatic,
        GuessWord => LetItGuess,
        GreyWord => LeaveGrey,
        _ when AreaName.TryParse(text, out AreaName source) => TakeFrom(source),
        _ => throw new SPColorException($"choice '{AreaName.Quote(text)}' is not known: write auto, guess, grey, or an area 0…{AreaName.IdCount - 1} like 3 or B:3"),
    };

    /// <summary>The text form.</summary>
    public override string ToString() => Kind switch
    {
        TargetChoiceKind.TakeFrom => Source.ToString(),
        TargetChoiceKind.LetItGuess => GuessWord,
        TargetChoiceKind.LeaveGrey => GreyWord,
        _ => AutomaticWord,
    };
}
