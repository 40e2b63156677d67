using System.Text.Json.Nodes;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Models;

public sealed class ManifestReaderTests : IDisposable
{
    private readonly TemporaryPack _files = new();

    [Theory]
    [InlineData("name")]
    [InlineData("files")]
    [InlineData("classes.count")]
    [InlineData("features.target.match.stride")]
    [InlineData("color.inputs")]
    public void Missing_members_are_named(string member) => AssertNamed(Remove(member), member.Split('.')[^1]);

    [Theory]
    [InlineData("novelty")]
    [InlineData("classes.novelty")]
    [InlineData("features.target.input.novelty")]
    public void Unknown_members_are_named(string member) => AssertNamed(Set(member, true), "novelty");

    [Theory]
    [InlineData("format", "one")]
    [InlineData("classes.count", 2.5)]
    [InlineData("classes.count", "2")]
    [InlineData("correspondence.temperature", "NaN")]
    [InlineData("correspondence.similarity.clamp", 1)]
    [InlineData("name", null)]
    [InlineData("files", 3)]
    public void Mistyped_members_are_named(string member, object? value) => AssertNamed(Set(member, JsonValue.Create(value)), member.Split('.')[^1]);

    [Theory]
    [InlineData("features.target.input.convention", "sepia", "luminance, luminance-rgb, grey-rgb, rgb, rgb-imagenet")]
    [InlineData("classes.rule", "Summed-Probability", "reduced-centres, summed-probability")]
    [InlineData("classes.resampling", "cubic", "nearest, bilinear")]
    [InlineData("correspondence.centring", "0", "none, per-class")]
    [InlineData("color.upsampling", "lanczos", "nearest, bilinear")]
    public void Unknown_words_are_refused_by_name(string member, string word, string known) =>
        AssertNamed(Set(member, word), $"unknown word \"{word}\", expected one of {known} at $.{member}");

    [Theory]
    [InlineData("correspondence.temperature", 0)]
    [InlineData("correspondence.temperature", 1e30)]
    [InlineData("correspondence.similarity.scale", 0)]
    [InlineData("correspondence.similarity.offset", 2)]
    [InlineData("classes.sharpness", -1)]
    [InlineData("classes.count", 1000)]
    [InlineData("classes.defaultAreas", 3)]
    [InlineData("classes.membership", 0)]
    [InlineData("classes.membership", 1.5)]
    [InlineData("classes.channels", 0)]
    [InlineData("features.codeWeight", -1)]
    [InlineData("features.reference.match.channels", 9)]
    [InlineData("features.target.match.stride", 5)]
    [InlineData("features.target.input.side", 256)]
    [InlineData("color.luminance.maximum", -1)]
    [InlineData("color.choiceReach", 0)]
    [InlineData("memory", 0)]
    public void Numbers_out_of_range_are_named(string member, double value) =>
        AssertNamed(Set(member, value == Math.Floor(value) && Math.Abs(value) < 1e9 ? JsonValue.Create((int)value) : JsonValue.Create(value)), member.Split('.')[0]);

    [Theory]
    [InlineData("sigma", 0)]
    [InlineData("warped", -1)]
    [InlineData("output", 1e9)]
    [InlineData("gate.blur", 17)]
    [InlineData("gate.from", 0.9)]
    [InlineData("gate.to", 1.5)]
    public void Smoothing_out_of_range_is_named(string member, double value) =>
        AssertNamed(
            manifest =>
            {
                manifest["smoothing"] = Smoothing();
                Set($"smoothing.{member}", value)(manifest);
            },
            $"smoothing.{member.Split('.')[0]}");

    [Fact]
    public void Smoothing_is_read_and_may_be_absent()
    {
        Assert.Null(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.Smoothing);
        _files.Change(Set("smoothing", Smoothing()));
        SmoothingFacts expected = new(3, 30, 200, new GateFacts(1.5f, 0.7f, 0.85f));
        Assert.Equal(expected, ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.Smoothing);
    }

    [Theory]
    [InlineData("sigma", 0)]
    [InlineData("lambda", -1)]
    [InlineData("islands", 0.6)]
    public void Edges_out_of_range_are_named(string member, double value) =>
        AssertNamed(
            manifest =>
            {
                manifest["classes"]!["edges"] = Edges();
                Set($"classes.edges.{member}", value)(manifest);
            },
            $"classes.edges.{member}");

    [Fact]
    public void Edges_are_read_and_may_be_absent()
    {
        Assert.Null(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.Prior.Edges);
        _files.Change(Set("classes.edges", Edges()));
        Assert.Equal(new AreaEdges(3, 100, 0.002f), ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.Prior.Edges);
    }

    [Theory]
    [InlineData(0, "classes.edges", null)]
    [InlineData(250, "classes.edges", null)]
    [InlineData(544, "classes.edges", null)]
    [InlineData(256, null, null)]
    [InlineData(256, "classes.edges", "per-class")]
    public void A_coarse_side_that_cannot_be_is_named(int side, string? edges, string? centring) =>
        AssertNamed(
            manifest =>
            {
                if (edges is not null)
                    manifest["classes"]!["edges"] = Edges();
                if (centring is not null)
                    Set("correspondence.centring", centring)(manifest);
                Set("correspondence.coarseSide", side)(manifest);
            },
            "correspondence.coarseSide");

    [Fact]
    public void A_choices_reach_is_read_and_may_be_absent()
    {
        Assert.Null(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.ChoiceReach);
        _files.Change(Set("color.choiceReach", 12));
        Assert.Equal(12, ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.ChoiceReach);
    }

    [Fact]
    public void A_coarse_side_is_read_and_may_be_absent()
    {
        Assert.Null(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.CoarseSide);
        _files.Change(manifest =>
        {
            manifest["classes"]!["edges"] = Edges();
            Set("correspondence.coarseSide", 256)(manifest);
        });
        Assert.Equal(256, ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Facts.CoarseSide);
    }

    [Fact]
    public void Numbers_beyond_floats_are_refused()
    {
        string text = _files.Manifest().ToJsonString().Replace("33.3", "1e999", StringComparison.Ordinal);
        File.WriteAllText(_files.ManifestPath, text);

        AssertNamed(null, "classes.sharpness");
    }

    [Fact]
    public void Files_must_be_named_once_and_with_a_hash()
    {
        AssertNamed(Change(manifest => manifest["files"]![1]!["path"] = "Features.onnx"), "files \"Features.onnx\" is named twice");
        AssertNamed(Change(manifest => manifest["files"]![1]!["sha256"] = "12AB"), "files \"color.onnx\" must have a sha256 of 64 lower-case");
        AssertNamed(Change(manifest => manifest["files"]!.AsArray().Add(null)), "files");
    }

    [Fact]
    public void Cross_references_must_hold()
    {
        AssertNamed(Set("color.graph", "other.onnx"), "color.graph names \"other.onnx\", which is not in files");
        AssertNamed(Remove("features.reference.code"), "features must give a code for both pictures or for neither");
        AssertNamed(Set("classes.names", new JsonArray("sky")), "classes.names must have a name for each centre");
        AssertNamed(Set("features.reference.code.channels", 4), "classes.channels must equal the channels of the code");
        AssertNamed(
            Change(manifest =>
            {
                manifest["features"]!["target"]!.AsObject().Remove("code");
                manifest["features"]!["reference"]!.AsObject().Remove("code");
            }),
            "segmentation must be there exactly when features give no code");
    }

    [Fact]
    public void References_enter_the_segmentation_where_targets_do()
    {
        void OwnSegmentation(JsonNode manifest, string name)
        {
            manifest["features"]!["codeWeight"] = 0;
            manifest["features"]!["target"]!.AsObject().Remove("code");
            manifest["features"]!["reference"]!.AsObject().Remove("code");
            manifest["segmentation"] = JsonNode.Parse($$"""
                {
                  "graph": "features.onnx", "code": { "name": "code", "channels": 3, "stride": 8 },
                  "input": { "name": "x", "convention": "grey-rgb", "range": { "minimum": 0, "maximum": 1 }, "side": 64 },
                  "reference": { "name": "{{name}}", "convention": "rgb", "range": { "minimum": 0, "maximum": 1 }, "side": 64 }
                }
                """);
        }

        _files.Change(manifest => OwnSegmentation(manifest, "x"));
        Assert.Equal(InputConvention.Rgb, ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Manifest.Segmentation!.Reference!.Convention);
        AssertNamed(Change(manifest => OwnSegmentation(manifest, "y")), "segmentation.reference must have the name and side of segmentation.input");
    }

    [Theory]
    [InlineData("""{"count": 1, "channels": 3, "centres": [[1, 0, 0]]}""", "it has 1 centres, the manifest says 2")]
    [InlineData("""{"count": 2, "channels": 2, "centres": [[1, 0], [0, 1]]}""", "its centres have 2 channels, the manifest says 3")]
    [InlineData("""{"count": 2, "channels": 3, "centres": [[1, 0, 0], [0, 1]]}""", "centre 1 has 2 numbers, the manifest says 3")]
    [InlineData("""{"count": 2, "channels": 3, "centres": [[1, 0, 0], null]}""", "centre 1 has 0 numbers, the manifest says 3")]
    [InlineData("""{"count": 2, "channels": 3, "centres": [[1e999, 0, 0], [0, 1, 0]]}""", "centre 0 holds a number that is not finite")]
    [InlineData("""{"count": 2, "channels": 3, "centres": [[1, 0, 0], [0, 0, 0]]}""", "centre 1 is all zeros")]
    [InlineData("""{"count": 2, "channels": 3, "centres": [[1, 0, 0], ["NaN", 1, 0]]}""", "$.centres[1][0]")]
    [InlineData("""[]""", "centres.json is wrong")]
    public void Centres_must_be_as_the_manifest_says(string content, string expected)
    {
        _files.Replace("centres.json", content);

        AssertNamed(null, expected);
        PackReport report = ModelPack.Verify(_files.Folder, TestContext.Current.CancellationToken);
        Assert.Equal(PackFileState.Damaged, report.Files.Single(file => file.Path == "centres.json").State);
    }

    public void Dispose() => _files.Dispose();

    private static JsonNode Smoothing() =>
        JsonNode.Parse("""{ "sigma": 3, "warped": 30, "output": 200, "gate": { "blur": 1.5, "from": 0.7, "to": 0.85 } }""")!;

    private static JsonNode Edges() => JsonNode.Parse("""{ "sigma": 3, "lambda": 100, "islands": 0.002 }""")!;

    private static Action<JsonNode> Change(Action<JsonNode> change) => change;

    private static Action<JsonNode> Set(string member, JsonNode? value) => manifest => Parent(manifest, member)[member.Split('.')[^1]] = value;

    private static Action<JsonNode> Remove(string member) => manifest => Parent(manifest, member).AsObject().Remove(member.Split('.')[^1]);

    private static JsonNode Parent(JsonNode manifest, string member) =>
        member.Split('.')[..^1].Aggregate(manifest, (node, name) => node[name]!);

    private void AssertNamed(Action<JsonNode>? change, string expected)
    {
        if (change is not null)
            _files.Change(change);
        SPColorException failure = Assert.Throws<SPColorException>(() => ModelPack.Open(_files.Folder));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
