using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Colorization;

/// <summary>The user's "leave grey": colour of those cells becomes 0 at working size; step 8 sharpens the border along L.</summary>
internal static class GreyAreas
{
    public static ChromaPlanes Apply(ChromaPlanes chroma, GridSize grid, bool[] leaveGrey)
    {
        if (!leaveGrey.Contains(true))
            return chroma;
        var (a, b) = ((float[])chroma.A.Clone(), (float[])chroma.B.Clone());
        for (int pixel = 0; pixel < a.Length; pixel++)
        {
            if (leaveGrey[chroma.Size.CellOf(pixel, grid)])
                a[pixel] = b[pixel] = 0;
        }
        return chroma with { A = a, B = b };
    }
}
