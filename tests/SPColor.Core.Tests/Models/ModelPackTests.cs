using System.Text.Json.Nodes;
using SPColor.Core.Correspondence;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Models;

public sealed class ModelPackTests : IDisposable
{
    private readonly TemporaryPack _files = new();

    [Fact]
    public void A_sound_pack_gives_all_its_facts()
    {
        var pack = ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(new CorrespondenceSettings(0.012f, CentrePerBlock: false, 0.1f, 0.6f, ClampSimilarity: true), pack.Facts.Correspondence);
        Assert.Equal([1f, 0f, 0f, 0f, 1f, 0.5f], pack.Facts.Prior.Centres);
        Assert.Equal(ReductionRule.SummedProbability, pack.Facts.Prior.Rule);
        Assert.Equal(CodeResampling.Bilinear, pack.Facts.Prior.Resampling);
        Assert.Equal(["sky", "ground"], pack.Facts.Prior.Names);
        Assert.Equal(2, pack.Facts.Prior.DefaultClassCount);
        Assert.Equal(4, pack.MatchStride);
        Assert.Equal(8, pack.Manifest.Features.Target.Code?.Stride);
        Assert.Equal(0.5f, pack.Facts.CodeWeight);
        Assert.Equal([ColorPlane.WarpedA, ColorPlane.WarpedB, ColorPlane.Similarity], pack.Manifest.Color.Inputs[1].Planes);
        Assert.Equal([1, 2, 3], pack.Read("color.onnx", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_papers_networks_can_be_expressed()
    {
        _files.Write("stego.onnx", [9]);
        _files.Change(manifest =>
        {
            foreach (string role in new[] { "target", "reference" })
                manifest["features"]![role]!.AsObject().Remove("code");
            manifest["features"]!["reference"]!["match"]!["name"] = "phi";
            manifest["features"]!.AsObject().Remove("codeWeight");
            manifest["files"]!.AsArray().Add(JsonNode.Parse("""
                {"path": "stego.onnx", "bytes": 1, "sha256": "2b4c342f5433ebe591a1da77e013d1b72475562d48578dca8b84bac6651c3cb9"}
                """));
            manifest["segmentation"] = JsonNode.Parse("""
                {
                  "graph": "stego.onnx",
                  "input": { "name": "rgb", "convention": "luminance", "range": { "minimum": -1, "maximum": 1 }, "side": 256 },
                  "code": { "name": "code", "channels": 3, "stride": 8 }
                }
                """);
            manifest["classes"]!["rule"] = "reduced-centres";
            manifest["classes"]!["resampling"] = "nearest";
            manifest["classes"]!["sharpness"] = 10;
            manifest["correspondence"] = JsonNode.Parse("""
                {"temperature": 0.01, "centring": "per-class", "similarity": {"offset": 0, "scale": 1, "clamp": false}}
                """);
            manifest["color"]!["luminance"] = JsonNode.Parse("""{"minimum": -50, "maximum": 50}""");
            manifest["color"]!["upsampling"] = "nearest";
            manifest["color"]!["inputs"] = JsonNode.Parse("""[{"name": "input", "planes": ["warped-a", "warped-b", "similarity", "luminance"]}]""");
        });

        var pack = ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(CorrespondenceSettings.Paper, pack.Facts.Correspondence);
        Assert.Equal(ReductionRule.ReducedCentres, pack.Facts.Prior.Rule);
        Assert.Equal(256, pack.Manifest.Segmentation!.Input.Side);
        Assert.Equal(0f, pack.Facts.CodeWeight);
    }

    [Fact]
    public void A_cancelled_opening_ends_as_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ModelPack.Open(_files.Folder, new CancellationToken(canceled: true)));

    public void Dispose() => _files.Dispose();
}
