using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SPColor.Core;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Graphs;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests;

/// <summary>A pack with the paper's structure (two feature graphs, its own segmentation at a fixed size, one colour input), made of toy graphs.</summary>
public sealed class PaperShapedPackTests : IDisposable
{
    private const int Side = 32;
    private const int SegmentationSide = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("spcolor-paper-").FullName;
    private readonly JsonObject _manifest;

    public PaperShapedPackTests()
    {
        _manifest = JsonNode.Parse("""
            {
              "format": 1, "name": "paper", "version": "1", "license": "MIT", "description": "Toy.",
              "features": {
                "target": {
                  "graph": "theta.onnx", "match": { "name": "y", "channels": 1, "stride": 1 },
                  "input": { "name": "x", "convention": "luminance", "range": { "minimum": 0, "maximum": 1 } }
                },
                "reference": {
                  "graph": "phi.onnx", "match": { "name": "y", "channels": 1, "stride": 1 },
                  "input": { "name": "x", "convention": "luminance", "range": { "minimum": -1, "maximum": 1 } }
                }
              },
              "segmentation": {
                "graph": "stego.onnx", "code": { "name": "y", "channels": 1, "stride": 1 },
                "input": { "name": "x", "convention": "luminance", "range": { "minimum": 0, "maximum": 100 }, "side": 64 }
              },
              "classes": {
                "centres": "centres.json", "count": 1, "channels": 1, "sharpness": 10,
                "rule": "reduced-centres", "resampling": "nearest", "defaultAreas": 1
              },
              "correspondence": { "temperature": 0.01, "centring": "per-class", "similarity": { "offset": 0, "scale": 1, "clamp": false } },
              "color": {
                "graph": "colour.onnx", "luminance": { "minimum": -50, "maximum": 50 }, "upsampling": "nearest", "output": "ab",
                "inputs": [{ "name": "x", "planes": ["warped-a", "warped-b", "similarity", "luminance"] }]
              }
            }
            """)!.AsObject();
        Write("theta.onnx", Scaled("theta", 1, Side));
        Write("phi.onnx", Scaled("phi", 3, Side));
        Write("stego.onnx", Scaled("stego", 1, SegmentationSide));
        Write("colour.onnx", LastTwoPlanes());
        Write("centres.json", """{"count": 1, "channels": 1, "centres": [[1]]}"""u8.ToArray());
    }

    [Fact]
    public void Each_role_has_its_own_graph_and_range()
    {
        using NetworkSet networks = Open();
        LabImage image = Grey(75);

        Assert.Equal(0.75f, networks.Features.Extract(image, ImageRole.Target, TestContext.Current.CancellationToken).Match.Values[5]);
        ImageFeatures reference = networks.Features.Extract(image, ImageRole.Reference, TestContext.Current.CancellationToken);
        Assert.Equal(1.5f, reference.Match.Values[5]);
        Assert.Null(reference.Code);
    }

    [Fact]
    public void Segmentation_sees_its_own_size()
    {
        using NetworkSet networks = Open();
        LabImage image = Grey(75);

        FeatureGrid code = networks.Segmenter.Segment(image, new ImageFeatures(new(new(1, 1), 1, [0]), null), TestContext.Current.CancellationToken);

        Assert.Equal(new GridSize(SegmentationSide, SegmentationSide), code.Size);
        Assert.All(code.Values, value => Assert.Equal(75f, value));
    }

    [Fact]
    public void Colour_planes_come_in_the_manifests_order_enlarged_to_blocks()
    {
        using NetworkSet networks = Open();
        var warped = new WarpedColor(new(2, 1), [1, 2], [3, 4], [0.25f, 0.5f], [0.25f, 0.5f], [0, 0], [true, true]);

        ChromaPlanes planes = networks.Color.Colorize(Grey(75), warped, TestContext.Current.CancellationToken);

        Assert.Equal((0.25f, 0.5f), (planes.A[(Side / 2) - 1], planes.A[Side / 2]));
        Assert.All(planes.B, value => Assert.Equal(25f, value));
    }

    [Fact]
    public void A_colour_network_gone_wrong_never_reaches_the_picture()
    {
        using NetworkSet networks = Open();
        WarpedColor Warped(float similarity) => new(new(1, 1), [0], [0], [similarity], [similarity], [0], [true]);

        ChromaPlanes huge = networks.Color.Colorize(Grey(75), Warped(1e30f), TestContext.Current.CancellationToken);
        SPColorException failure = Assert.Throws<SPColorException>(
            () => networks.Color.Colorize(Grey(75), Warped(float.NaN), TestContext.Current.CancellationToken));

        Assert.All(huge.A, value => Assert.Equal(128f, value));
        Assert.StartsWith($"{Path.Combine(_folder, "colour.onnx")} failed (", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("features.target.input", "rgb", "theta.onnx has the inputs x, its manifest says rgb")]
    [InlineData("features.reference.match", "deep", "phi.onnx has no output \"deep\"")]
    [InlineData("segmentation.code", "deep", "stego.onnx has no output \"deep\"")]
    public void Graphs_that_lack_what_the_manifest_says_are_refused(string member, string name, string expected)
    {
        member.Split('.').Aggregate((JsonNode)_manifest, (node, part) => node[part]!)["name"] = name;

        SPColorException failure = Assert.Throws<SPColorException>(() => Open().Dispose());

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_graph_is_refused_with_its_place()
    {
        Write("colour.onnx", "not a graph"u8.ToArray());

        SPColorException failure = Assert.Throws<SPColorException>(() => Open().Dispose());

        Assert.StartsWith($"{Path.Combine(_folder, "colour.onnx")} is refused: ", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Scaled(string name, float factor, int side)
    {
        var graph = new GraphBuilder(name);
        graph.Node("Mul", [graph.Input("x", 1, 1, side, side), graph.Constant(factor)], "y");
        graph.Output("y", 1, 1, side, side);
        return graph.Build().Bytes;
    }

    private static byte[] LastTwoPlanes()
    {
        var graph = new GraphBuilder("color");
        graph.Node("Slice", [graph.Input("x", 1, 4, Side, Side), graph.Axis(2), graph.Axis(4), graph.Axis(1)], "ab");
        graph.Output("ab", 1, 2, Side, Side);
        return graph.Build().Bytes;
    }

    private static LabImage Grey(float luminance)
    {
        var image = new LabImage(new GridSize(Side, Side));
        Array.Fill(image.L, luminance);
        return image;
    }

    private NetworkSet Open()
    {
        JsonArray files = [];
        foreach (string path in Directory.EnumerateFiles(_folder).Where(path => !path.EndsWith("manifest.json", StringComparison.Ordinal)))
        {
            byte[] bytes = File.ReadAllBytes(path);
            files.Add((JsonNode)new JsonObject
            {
                ["path"] = Path.GetFileName(path),
                ["bytes"] = bytes.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            });
        }

        _manifest["files"] = files;
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), _manifest.ToJsonString());
        return NetworkSet.Open(ModelPack.Open(_folder), ComputeDevice.Cpu, threads: 1);
    }

    private void Write(string file, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, file), content);
}
