using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public static class EffectSelectionInfoExtensions
{
    public static IEnumerable<RectInt32> GetRenderScansClipped(this IEffectSelectionInfo selectionInfo, RectInt32 clipRect) =>
        selectionInfo.RenderScans.Select(scan => RectInt32.Intersect(scan, clipRect)).Where(scan => scan.HasArea);
}
