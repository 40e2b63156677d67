using SPColor.Core.Models;
using SPColor.Import.Checkpoints;
using SPColor.Import.Networks;
using SPColor.Inference.Graphs;

namespace SPColor.Import.Packs;

/// <summary>The paper's four networks, found complete in their checkpoints, as the pack's three graphs.</summary>
internal sealed class PaperNetworks
{
    // LayerNormalization came with 17; the rest keeps the set of the other graphs.
    private const int TransformerOpset = 17;

    private readonly WeightSet _vgg;
    private readonly WeightSet _stego;
    private readonly WeightSet _warp;
    private readonly WeightSet _color;

    private PaperNetworks(WeightSet vgg, WeightSet stego, WeightSet warp, WeightSet color) =>
        (_vgg, _stego, _warp, _color) = (vgg, stego, warp, color);

    /// <summary>Whether the nonlocal network is in SPColor's layout, else in DEVC's.</summary>
    internal bool WarpIsSPColor => WarpNetwork.IsSPColor(_warp);

    /// <summary>Whether the colour network is in SPColor's layout, else in DEVC's.</summary>
    internal bool ColorIsSPColor => ColorNetwork.IsSPColor(_color);

    /// <summary>Channels of θ and φ.</summary>
    internal int MatchChannels => (int)WarpNetwork.Channels(_warp);

    /// <summary>Length of a code.</summary>
    internal int CodeChannels => (int)StegoNetwork.Channels(_stego);

    /// <summary>Pixels per code.</summary>
    internal int CodeStride => (int)StegoNetwork.Patch(_stego);

    /// <summary>Number of class centres.</summary>
    internal int Classes => (int)_stego.Shape(StegoNetwork.Clusters)[0];

    /// <summary>Bytes of all weights as 32-bit floats.</summary>
    internal long WeightBytes => new[] { _vgg, _stego, _warp, _color }.Sum(weights => sizeof(float) * weights.Count);

    /// <summary>Compares the checkpoints with what the networks need.</summary>
    /// <param name="vgg">VGG-19.</param>
    /// <param name="stego">STEGO.</param>
    /// <param name="warp">The nonlocal network.</param>
    /// <param name="color">ColorVidNet.</param>
    /// <exception cref="Core.SPColorException">Missing, extra and mis-shaped keys of the first checkpoint that is wrong.</exception>
    internal static PaperNetworks Check(Checkpoint vgg, Checkpoint stego, Checkpoint warp, Checkpoint color)
    {
        var networks = new PaperNetworks(
            new(vgg, "VGG-19 of DEVC"), new(stego, "STEGO"), new(warp, "nonlocal network of SPColor or DEVC"), new(color, "ColorVidNet of SPColor or DEVC"));
        VggNetwork.Declare(networks._vgg);
        networks._vgg.Check();
        StegoNetwork.Declare(networks._stego);
        networks._stego.Check();
        StegoNetwork.CheckSizes(networks._stego, stego.Place);
        WarpNetwork.Declare(networks._warp, VggNetwork.Widths(networks._vgg));
        networks._warp.Check();
        ColorNetwork.Declare(networks._color);
        networks._color.Check();
        return networks;
    }

    /// <summary>VGG and the nonlocal network: picture 1×3×H×W → theta and phi, 1×C×H/4×W/4.</summary>
    /// <param name="half">Whether weights are stored as 16-bit floats.</param>
    internal byte[] Features(bool half)
    {
        var graph = new GraphBuilder("features");
        var layers = new LayerWriter(graph, half);
        string[] taps = VggNetwork.Write(layers, _vgg, graph.Picture("picture", 3));
        WarpNetwork.Write(layers, _warp, taps);
        graph.PictureOutput("theta", MatchChannels, "match_height", "match_width");
        graph.PictureOutput("phi", MatchChannels, "match_height", "match_width");
        return graph.Build().Bytes;
    }

    /// <summary>STEGO: picture 1×3×256×256 → code 1×D×32×32.</summary>
    /// <param name="half">Whether weights are stored as 16-bit floats.</param>
    internal byte[] Segmentation(bool half)
    {
        var graph = new GraphBuilder("segmentation", TransformerOpset);
        string picture = graph.Input("picture", 1, 3, StegoNetwork.Side, StegoNetwork.Side);
        StegoNetwork.Write(new LayerWriter(graph, half), _stego, picture);
        long cells = StegoNetwork.Side / CodeStride;
        graph.Output("code", 1, CodeChannels, cells, cells);
        return graph.Build().Bytes;
    }

    /// <summary>ColorVidNet: input 1×4×H×W → ab 1×2×H×W.</summary>
    /// <param name="half">Whether weights are stored as 16-bit floats.</param>
    internal byte[] Color(bool half)
    {
        var graph = new GraphBuilder("color");
        ColorNetwork.Write(new LayerWriter(graph, half), _color, graph.Picture("input", 4));
        graph.PictureOutput("ab", 2, "height", "width");
        return graph.Build().Bytes;
    }

    /// <summary>STEGO's class centres, as they are.</summary>
    internal CentresFile Centres() => new(Classes, CodeChannels, [.. _stego.Read(StegoNetwork.Clusters).Chunk(CodeChannels)]);
}
