using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>Step 3 by manifest, with a network of its own.</summary>
internal sealed class OnnxSegmenter : ISegmenter
{
    private readonly SegmentationFacts _facts;
    private readonly OnnxNetwork _network;

    /// <summary>Takes the network.</summary>
    /// <param name="facts">The manifest's words.</param>
    /// <param name="network">Runs the graph.</param>
    internal OnnxSegmenter(SegmentationFacts facts, OnnxNetwork network)
    {
        _facts = facts;
        _network = network;
        network.Require([facts.Input.Name], [facts.Code.Name]);
    }

    /// <inheritdoc/>
    public FeatureGrid Segment(LabImage image, ImageFeatures features, CancellationToken cancellationToken)
    {
        PictureInput input = features.Role == ImageRole.Reference ? _facts.Reference ?? _facts.Input : _facts.Input;
        GridSize size = PictureTensor.InputSize(image, input).AtStride(_facts.Code.Stride);
        NamedTensor code = OnnxFeatureExtractor.GridTensor(_facts.Code, size);
        _network.Run([PictureTensor.Create(image, input)], [code], cancellationToken);
        return VectorGrids.Transpose(code.Values, size, _facts.Code.Channels);
    }
}
