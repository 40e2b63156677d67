using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Inference.Networks;

/// <summary>Step 3 where the feature network has given the code already.</summary>
internal sealed class SharedSegmenter : ISegmenter
{
    /// <inheritdoc/>
    public FeatureGrid Segment(LabImage image, ImageFeatures features, CancellationToken cancellationToken) =>
        features.Code ?? throw new ArgumentException("the features of a shared backbone carry a code", nameof(features));
}
