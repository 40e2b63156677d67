using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;

namespace SPColor.Core.Models;

/// <summary>Which picture a network looks at: the paper's projections θ and φ differ between the two.</summary>
public enum ImageRole
{
    /// <summary>The grey picture that is coloured.</summary>
    Target,

    /// <summary>The picture that colours come from.</summary>
    Reference,
}

/// <summary>What the feature network says of one picture.</summary>
/// <param name="Match">Match features at the correspondence stride (4).</param>
/// <param name="Code">The segmentation code where the pack's backbone is shared, else null.</param>
/// <param name="Role">Which of the two pictures it is: a segmentation network of its own may see their colours differently.</param>
public sealed record ImageFeatures(FeatureGrid Match, FeatureGrid? Code, ImageRole Role = ImageRole.Target);

/// <summary>Step 2: the feature network. Implementations serialise concurrent calls where their device needs it.</summary>
public interface IFeatureExtractor
{
    /// <summary>Runs the network.</summary>
    /// <param name="image">Working-size picture; sides are multiples of 32.</param>
    /// <param name="role">Which of the two pictures it is.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    ImageFeatures Extract(LabImage image, ImageRole role, CancellationToken cancellationToken);
}

/// <summary>Step 3: the segmentation network.</summary>
public interface ISegmenter
{
    /// <summary>Gives the code of every cell at the network's own stride (8).</summary>
    /// <param name="image">Working-size picture.</param>
    /// <param name="features">What step 2 said; a shared backbone has the code already.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    FeatureGrid Segment(LabImage image, ImageFeatures features, CancellationToken cancellationToken);
}

/// <summary>Step 7: the colorization network.</summary>
public interface IColorNetwork
{
    /// <summary>Gives a* and b* of every working-size pixel; finite numbers, or a failure that names the pack.</summary>
    /// <param name="target">Working-size target; only L is read.</param>
    /// <param name="warped">Warped colour and similarity at the correspondence grid.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    ChromaPlanes Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken);
}

/// <summary>Predicted colour at working size.</summary>
/// <param name="Size">Working size.</param>
/// <param name="A">CIE a* per pixel.</param>
/// <param name="B">CIE b* per pixel.</param>
public sealed record ChromaPlanes(GridSize Size, float[] A, float[] B);
