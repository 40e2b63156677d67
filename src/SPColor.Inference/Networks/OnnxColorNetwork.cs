using System.Numerics.Tensors;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>Step 7 by manifest: luminance, warped colour and similarity at working size → a*, b*.</summary>
internal sealed class OnnxColorNetwork : IColorNetwork
{
    /// <summary>No sRGB colour comes near; what a network says beyond it would only overflow later sums.</summary>
    private const float Largest = 128f;

    private readonly ColorFacts _facts;
    private readonly OnnxNetwork _network;

    /// <summary>Takes the network.</summary>
    /// <param name="facts">The manifest's words.</param>
    /// <param name="network">Runs the graph.</param>
    internal OnnxColorNetwork(ColorFacts facts, OnnxNetwork network)
    {
        _facts = facts;
        _network = network;
        network.Require(facts.Inputs.Select(input => input.Name), [facts.Output]);
    }

    /// <inheritdoc/>
    public ChromaPlanes Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken)
    {
        GridSize size = target.Size;
        NamedTensor[] inputs = [.. _facts.Inputs.Select(input => Input(input, target, warped))];
        var output = NamedTensor.Create(_facts.Output, 1, 2, size.Height, size.Width);
        _network.Run(inputs, [output], cancellationToken);
        TensorPrimitives.Clamp<float>(output.Values, -Largest, Largest, output.Values);
        return new ChromaPlanes(size, output.Values[..size.Count], output.Values[size.Count..]);
    }

    private NamedTensor Input(ColorInput input, LabImage target, WarpedColor warped)
    {
        GridSize size = target.Size;
        var tensor = NamedTensor.Create(input.Name, 1, input.Planes.Count, size.Height, size.Width);
        for (int i = 0; i < input.Planes.Count; i++)
            Fill(tensor.Values.AsSpan(i * size.Count, size.Count), input.Planes[i], target, warped);
        return tensor;
    }

    private void Fill(Span<float> plane, ColorPlane kind, LabImage target, WarpedColor warped)
    {
        if (kind == ColorPlane.Luminance)
        {
            target.L.CopyTo(plane);
            PictureTensor.MapLuminance(plane, _facts.Luminance);
            return;
        }

        float[] source = kind switch
        {
            ColorPlane.WarpedA => warped.A,
            ColorPlane.WarpedB => warped.B,
            _ => warped.Similarity,
        };
        if (_facts.Upsampling == WarpUpsampling.Bilinear)
            PlaneResampler.Bilinear(source, warped.Size, plane, target.Size);
        else
            PlaneResampler.Nearest(source, warped.Size, plane, target.Size);
    }
}
