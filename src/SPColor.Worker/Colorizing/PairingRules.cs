using SPColor.Core;
using SPColor.Core.Assignment;

namespace SPColor.Worker.Colorizing;

/// <summary>One <c>--pair T=R</c>.</summary>
/// <param name="Area">Area of the target.</param>
/// <param name="Choice">Where its colour comes from.</param>
internal sealed record TargetRule(int Area, TargetChoice Choice)
{
    /// <summary>Reads "4=7", "4=B:1", "4=guess", "4=grey" or "4=auto".</summary>
    public static TargetRule Parse(string text) =>
        text.Split('=') is [var area, var choice]
            ? new TargetRule(TargetArea(area), TargetChoice.Parse(choice))
            : throw new SPColorException($"'{text}' is no pair: write --pair T=R, like --pair 4=7, --pair 4=B:1 or --pair 4=guess");

    /// <summary>Reads the "4" of <c>--leave-grey 4</c>.</summary>
    public static TargetRule ParseLeaveGrey(string text) => new(TargetArea(text), TargetChoice.LeaveGrey);

    private static int TargetArea(string text) =>
        AreaName.Parse(text) is { Reference: null } name
            ? name.ClassId
            : throw new SPColorException($"'{text}' is an area of a reference: the photo's areas have no letter");
}

/// <summary>One <c>--counts-as R=ID</c>.</summary>
/// <param name="Area">Area of a reference; without a letter, of the first.</param>
/// <param name="Choice">The id it counts as.</param>
internal sealed record ReferenceRule(AreaName Area, ReferenceChoice Choice)
{
    /// <summary>Reads "A:2=7", "2=7" or "2=unused".</summary>
    public static ReferenceRule Parse(string text) =>
        text.Split('=') is [var area, var choice]
            ? new ReferenceRule(AreaName.Parse(area), ReferenceChoice.Parse(choice))
            : throw new SPColorException($"'{text}' is no rule: write --counts-as R=ID, like --counts-as A:2=7 or --counts-as A:2=unused");
}
