using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Rendering;

/// <summary>What the user may see over the result.</summary>
internal enum OverlayKind
{
    /// <summary>The result alone.</summary>
    None,

    /// <summary>Each area in a colour of its own.</summary>
    Areas,

    /// <summary>Black (no match) to white (sure); purple where colour is guessed.</summary>
    MatchStrength,
}

/// <summary>Makes overlays of what a run found.</summary>
internal static class OverlayPainter
{
    // About 137.5°, which keeps neighbours in a list of any length apart; rings of chroma and steps of lightness tell 27 areas apart.
    private const double GoldenAngle = 2.399963229728653;
    private const byte AreasWeight = 140, MatchWeight = 215, DimWeight = 170;

    private static readonly Swatch s_guessed = new(128, 40, 160);
    private static readonly Swatch s_black = new(0, 0, 0);

    /// <summary>The overlay, with everything but the highlighted areas dimmed; null if nothing is drawn.</summary>
    /// <param name="kind">What to show.</param>
    /// <param name="result">A run.</param>
    /// <param name="highlight">Areas of the target that light up; null: all as they are.</param>
    public static CanvasOverlay? Paint(OverlayKind kind, SessionResult result, IReadOnlyCollection<int>? highlight)
    {
        if (kind == OverlayKind.None && highlight is null)
            return null;
        AreaPlane areas = result.Target.Map.Finest();
        MatchMap match = result.Answer.Match;
        Swatch[] swatches = [.. Enumerable.Range(0, result.Target.Map.ClassCount).Select(ColorOf)];
        return highlight is not null
            ? Of(areas.Size, position => new OverlayColor(s_black, highlight.Contains(areas[position]) ? (byte)0 : DimWeight))
            : kind == OverlayKind.Areas
                ? Of(areas.Size, position => areas[position] == ClassMap.None ? default : new OverlayColor(swatches[areas[position]], AreasWeight))
                : Of(match.Size, cell => new OverlayColor(match.Related[cell] ? Grey(match.Strength[cell]) : s_guessed, MatchWeight));

        CanvasOverlay Of(GridSize size, Func<int, OverlayColor> color) =>
            new(result.Target.Image, size, [.. Enumerable.Range(0, size.Count).Select(color)]);
    }

    /// <summary>The colour that stands for an area in lists and on the canvas.</summary>
    public static Swatch ColorOf(int classId)
    {
        double radius = 38 + (16 * (classId % 3)), angle = classId * GoldenAngle;
        return Swatch.FromLab(75 - (15 * (classId / 9 % 3)), (float)(radius * Math.Cos(angle)), (float)(radius * Math.Sin(angle)));
    }

    private static Swatch Grey(float strength)
    {
        byte level = (byte)MathF.Round(255 * Math.Clamp(strength, 0, 1));
        return new Swatch(level, level, level);
    }
}
