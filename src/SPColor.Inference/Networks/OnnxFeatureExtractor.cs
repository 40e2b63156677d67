using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>
/// Step 2 by manifest: luminance → match vectors at the correspondence stride, and the code where the backbone is shared.
/// </summary>
internal sealed class OnnxFeatureExtractor : IFeatureExtractor
{
    private readonly FeatureFacts _facts;
    private readonly OnnxNetwork _target;
    private readonly OnnxNetwork _reference;

    /// <summary>Takes the networks of both roles, which may be one.</summary>
    /// <param name="facts">The manifest's words.</param>
    /// <param name="target">Runs the target's graph.</param>
    /// <param name="reference">Runs the reference's graph.</param>
    internal OnnxFeatureExtractor(FeatureFacts facts, OnnxNetwork target, OnnxNetwork reference)
    {
        _facts = facts;
        _target = target;
        _reference = reference;
        Require(target, facts.Target);
        Require(reference, facts.Reference);
    }

    /// <inheritdoc/>
    public ImageFeatures Extract(LabImage image, ImageRole role, CancellationToken cancellationToken)
    {
        (OnnxNetwork network, RoleFacts facts) = role == ImageRole.Target ? (_target, _facts.Target) : (_reference, _facts.Reference);
        GridSize size = image.Size.AtStride(facts.Match.Stride);
        NamedTensor match = GridTensor(facts.Match, size);
        GridSize codeSize = facts.Code is null ? default : image.Size.AtStride(facts.Code.Stride);
        NamedTensor? code = facts.Code is null ? null : GridTensor(facts.Code, codeSize);
        network.Run([PictureTensor.Create(image, facts.Input)], code is null ? [match] : [match, code], cancellationToken);
        return new ImageFeatures(
            VectorGrids.Transpose(match.Values, size, facts.Match.Channels),
            code is null ? null : VectorGrids.Transpose(code.Values, codeSize, facts.Code!.Channels),
            role);
    }

    /// <summary>Room for a grid as the network gives it.</summary>
    /// <param name="output">The manifest's words.</param>
    /// <param name="size">Cells.</param>
    internal static NamedTensor GridTensor(GridOutput output, GridSize size) =>
        NamedTensor.Create(output.Name, 1, output.Channels, size.Height, size.Width);

    private static void Require(OnnxNetwork network, RoleFacts facts) => network.Require(
        [facts.Input.Name],
        facts.Code is null ? [facts.Match.Name] : [facts.Match.Name, facts.Code.Name]);
}
