using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Rendering;

namespace SPColor.PdnEffect.Tests.Rendering;

public sealed class OverlayPainterTests
{
    [Fact]
    public void Every_area_has_a_colour_of_its_own()
    {
        // 12 steps of 8 bits in one channel: told apart side by side.
        const int TellApart = 12;
        Swatch[] colors = [.. Enumerable.Range(0, Core.Assignment.AreaName.IdCount).Select(OverlayPainter.ColorOf)];
        for (int i = 0; i < colors.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                int distance = Math.Max(
                    Math.Abs(colors[i].R - colors[j].R), Math.Max(Math.Abs(colors[i].G - colors[j].G), Math.Abs(colors[i].B - colors[j].B)));
                Assert.True(distance >= TellApart, $"areas {j} and {i}: {colors[j]} and {colors[i]}");
            }
        }
    }

    [Fact]
    public void Match_strength_is_grey_and_guesses_are_purple()
    {
        SessionResult result = Found([1, 0.5f, 0, 0], [true, true, true, false]);
        CanvasOverlay overlay = OverlayPainter.Paint(OverlayKind.MatchStrength, result, null)!;
        Assert.Equal([new(255, 255, 255), new(128, 128, 128), new(0, 0, 0), new(128, 40, 160)], overlay.Colors.Select(color => color.Color));
    }

    [Fact]
    public void Nothing_to_show_is_no_overlay_and_a_highlight_dims_all_else()
    {
        SessionResult result = Found([1, 1, 1, 1], [true, true, true, true]);
        Assert.Null(OverlayPainter.Paint(OverlayKind.None, result, null));
        CanvasOverlay overlay = OverlayPainter.Paint(OverlayKind.Areas, result, [2])!;
        Assert.Equal([false, false, true, false], overlay.Colors.Select(color => color.Weight == 0));
    }

    private static SessionResult Found(float[] strength, bool[] related)
    {
        Core.Imaging.GridSize cells = new(4, 1);
        AreaPicture target = new(new Core.Imaging.LabImage(new(4, 1)), new(cells, [0, 1, 2, 3], new float[4], 4), []);
        ColorAnswer answer = new(
            new(cells, new float[4], new float[4]), new MatchMap(cells, strength, related),
            new Dictionary<int, IReadOnlyList<Core.Assignment.AreaName>>(), new Dictionary<int, float>(), [], "CPU");
        return new SessionResult(
            new("CPU", "fake", 4, true), 4, target, [], Core.Assignment.CategoryAssignment.Automatic, answer, new(answer.Chroma, target.Image));
    }
}
