using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Engine;

/// <summary>What one run needs.</summary>
/// <param name="References">"A", "B", …; at least one.</param>
/// <param name="Side">Working size S.</param>
/// <param name="Border">What happens to a border around a photo.</param>
/// <param name="Box">Where to look in the layer; null: everywhere.</param>
/// <param name="Areas">N; null: the pack's default.</param>
/// <param name="Assignment">The user's pairing.</param>
internal sealed record SessionRequest(
    IReadOnlyList<IReference> References, int Side, BorderMode Border, PixelRect? Box, int? Areas, CategoryAssignment Assignment);

/// <summary>A picture with its areas.</summary>
/// <param name="Image">At working size.</param>
/// <param name="Map">Area of each cell.</param>
/// <param name="Cards">What lists show.</param>
internal sealed record AreaPicture(LabImage Image, ClassMap Map, IReadOnlyList<AreaCard> Cards)
{
    /// <summary>The area at a place; none where nothing is looked at.</summary>
    /// <param name="x">0 left … 1 right of the whole layer; beyond, its edge counts.</param>
    /// <param name="y">0 top … 1 bottom.</param>
    public int AreaAt(double x, double y)
    {
        PlanePoint place = new(Math.Clamp(x, 0, 1), Math.Clamp(y, 0, 1));
        if (Image.Seen is { } seen)
            place = seen.ToPart(new PlanePoint(place.X * seen.Full.Width, place.Y * seen.Full.Height));
        AreaPlane areas = Map.Finest();
        return areas.Size.CellAt(place) is { } position ? areas[position] : ClassMap.None;
    }
}

/// <summary>What one run found.</summary>
/// <param name="Facts">Of the engine.</param>
/// <param name="Areas">N.</param>
/// <param name="Target">The grey picture.</param>
/// <param name="References">In the request's order.</param>
/// <param name="Assignment">The pairing that was really used, see <see cref="SeveralReferences"/>.</param>
/// <param name="Answer">Colour at working size.</param>
/// <param name="Upsampler">Brings it to full size.</param>
internal sealed record SessionResult(
    EngineFacts Facts,
    int Areas,
    AreaPicture Target,
    IReadOnlyList<AreaPicture> References,
    CategoryAssignment Assignment,
    ColorAnswer Answer,
    ChromaUpsampler Upsampler);

/// <summary>How far a run is.</summary>
/// <param name="Stage">The step being done.</param>
/// <param name="Picture">Name of the picture that is being prepared; null from step 4 on.</param>
/// <param name="Fraction">Of the whole run, 0…1, never falling.</param>
internal readonly record struct SessionProgress(ColorizationStage Stage, string? Picture, float Fraction);
