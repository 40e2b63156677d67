using SPColor.Core.Assignment;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>The user's "leave grey": colour of those areas becomes 0 at working size; step 8 sharpens the border along L.</summary>
internal static class GreyAreas
{
    public static ChromaPlanes Apply(ChromaPlanes chroma, ClassMap target, CategoryAssignment assignment)
    {
        bool[] grey = [.. Enumerable.Range(0, target.ClassCount).Select(id => assignment.Target(id).Kind == TargetChoiceKind.LeaveGrey)];
        if (!grey.Contains(true))
            return chroma;
        AreaPlane areas = target.Finest();
        var (a, b) = ((float[])chroma.A.Clone(), (float[])chroma.B.Clone());
        for (int pixel = 0; pixel < a.Length; pixel++)
        {
            int id = areas.At(pixel, chroma.Size);
            if (id != ClassMap.None && grey[id])
                a[pixel] = b[pixel] = 0;
        }
        return chroma with { A = a, B = b };
    }
}
