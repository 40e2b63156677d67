namespace SPColor.Worker.Maps;

/// <summary>A colour for each area id, far from the colours of its neighbours; the same in every picture of a run.</summary>
internal static class AreaPalette
{
    private const double GoldenAngle = 2.399963229728653;

    /// <summary>CIE a*, b* of area <paramref name="id"/>; three chroma rings keep 27 ids apart.</summary>
    /// <param name="id">≥ 0.</param>
    public static (float A, float B) Chroma(int id)
    {
        double radius = 38 + 16 * (id % 3), angle = id * GoldenAngle;
        return ((float)(radius * Math.Cos(angle)), (float)(radius * Math.Sin(angle)));
    }
}
