using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Maps;

/// <summary>The colour that SPC brought over, cell by cell, under the target's luminance: before the colour network.</summary>
internal static class WarpMap
{
    public static PixelBuffer Paint(WarpedColor warped, LabImage target) =>
        LabPainter.Paint(target.Size, pixel =>
        {
            int cell = target.Size.CellOf(pixel, warped.Size);
            return (target.L[pixel], warped.A[cell], warped.B[cell]);
        });
}
