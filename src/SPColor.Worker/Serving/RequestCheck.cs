using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;

namespace SPColor.Worker.Serving;

/// <summary>Refuses requests that the pipeline was not made for; the caller is another process.</summary>
internal static class RequestCheck
{
    public static void Picture(LabImage image)
    {
        if (image.Size.Width % WorkingSize.Multiple != 0 || image.Size.Height % WorkingSize.Multiple != 0
            || image.Size.Count > WorkerProtocol.MaxPixels)
        {
            throw new SPColorException($"a picture of {image.Size} is no working size: both sides must be multiples of {WorkingSize.Multiple}");
        }
        foreach (float[] plane in (float[][])[image.L, image.A, image.B, image.Coverage])
        {
            if (plane.Any(value => !float.IsFinite(value)))
                throw new SPColorException("a picture holds values that are no numbers: open it again");
        }
    }

    public static AssignmentFile Pairing(ColorizeRequest request, ModelFacts facts)
    {
        if (request.References.Count is < 1 or > AreaName.ReferenceCount)
            throw new SPColorException($"{request.References.Count} references were given, but 1 to {AreaName.ReferenceCount} can be used");
        AssignmentFile pairing = AssignmentFile.Parse(request.Pairing, "of this request");
        return pairing.Pack == facts.Name
            ? pairing
            : throw new SPColorException($"the pairing was made with the pack '{pairing.Pack}', but the pack in use is '{facts.Name}': reset the pairing");
    }
}
