using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Maps;

/// <summary>Match strength from black (none) to white (sure); purple where an area has no partner and the network guesses.</summary>
internal static class MatchMap
{
    private const float UnrelatedLightness = 35, UnrelatedA = 50, UnrelatedB = -50;

    public static PixelBuffer Paint(WarpedColor warped, GridSize workingSize) =>
        LabPainter.Paint(workingSize, pixel =>
        {
            int cell = workingSize.CellOf(pixel, warped.Size);
            return warped.Related[cell]
                ? (100 * Math.Clamp(warped.Similarity[cell], 0, 1), 0, 0)
                : (UnrelatedLightness, UnrelatedA, UnrelatedB);
        });
}
