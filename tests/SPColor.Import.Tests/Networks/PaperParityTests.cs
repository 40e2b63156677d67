using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Import.Packs;
using SPColor.Inference;
using SPColor.Inference.Sessions;

namespace SPColor.Import.Tests.Networks;

/// <summary>Every network and step of an imported pack against PyTorch, on slim networks.</summary>
public sealed class PaperParityTests : IDisposable
{
    /// <summary>Of θ and φ, whose deviation is 1.5: two float32 implementations of 30 layers.</summary>
    private const float FeatureTolerance = 2e-4f;

    /// <summary>Of codes, whose deviation is 2.3.</summary>
    private const float CodeTolerance = 1e-4f;

    /// <summary>Of a*, b* and 100·S; a hundredth of what an eye can tell apart.</summary>
    private const float ColorTolerance = 2e-2f;

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("spcolor-import-").FullName, "paper");

    [Theory]
    [InlineData("spcolor", ReferenceInput.Auto, "published")]
    [InlineData("devc", ReferenceInput.Auto, "correct")]
    [InlineData("devc", ReferenceInput.Published, "published")]
    [InlineData("spcolor", ReferenceInput.Correct, "correct")]
    public void Features_codes_matches_and_colours_are_those_of_PyTorch(string layout, ReferenceInput input, string convention)
    {
        ModelPack pack = PaperFixture.Import(_folder, layout, referenceInput: input);
        using NetworkSet networks = NetworkSet.Open(pack, ComputeDevice.Cpu, threads: 1, TestContext.Current.CancellationToken);
        (LabImage target, LabImage reference) = (PaperFixture.Picture("target"), PaperFixture.Picture("reference"));

        ImageFeatures theta = networks.Features.Extract(target, ImageRole.Target, TestContext.Current.CancellationToken);
        ImageFeatures phi = networks.Features.Extract(reference, ImageRole.Reference, TestContext.Current.CancellationToken);
        Close.Assert(PaperFixture.Vectors("theta", 32), theta.Match.Values, FeatureTolerance);
        Close.Assert(PaperFixture.Vectors($"phi_{convention}", 32), phi.Match.Values, FeatureTolerance);
        Close.Assert(
            PaperFixture.Vectors("target_code", 10), networks.Segmenter.Segment(target, theta, TestContext.Current.CancellationToken).Values, CodeTolerance);
        Close.Assert(
            PaperFixture.Vectors("reference_code", 10), networks.Segmenter.Segment(reference, phi, TestContext.Current.CancellationToken).Values, CodeTolerance);

        ColorizationResult result = Colorize(pack, networks, target, reference);
        float[][] warped = [.. PaperFixture.Numbers($"warped_{convention}").Chunk(theta.Match.Size.Count)];
        Close.Assert(warped[0], result.Warped.A, ColorTolerance);
        Close.Assert(warped[1], result.Warped.B, ColorTolerance);
        Close.Assert(warped[2], result.Warped.Similarity, ColorTolerance / 100);

        // From PyTorch's own warped colours: a slim network of seeded weights makes differences a thousand times larger.
        WarpedColor given = result.Warped with { A = warped[0], B = warped[1], Similarity = warped[2] };
        ChromaPlanes chroma = networks.Color.Colorize(target, given, TestContext.Current.CancellationToken);
        Close.Assert(PaperFixture.Numbers($"ab_{convention}"), [.. chroma.A, .. chroma.B], ColorTolerance);
    }

    [Fact]
    public void Weights_of_16_bits_change_features_by_a_hundredth_of_their_deviation()
    {
        ModelPack pack = PaperFixture.Import(_folder, half: true);
        using NetworkSet networks = NetworkSet.Open(pack, ComputeDevice.Cpu, threads: 1, TestContext.Current.CancellationToken);

        ImageFeatures theta = networks.Features.Extract(PaperFixture.Picture("target"), ImageRole.Target, TestContext.Current.CancellationToken);

        float[] expected = PaperFixture.Vectors("theta", 32);
        Assert.InRange(expected.Zip(theta.Match.Values, (x, y) => Math.Abs(x - y)).Average(), 1e-5, 0.015);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static ColorizationResult Colorize(ModelPack pack, NetworkSet networks, LabImage target, LabImage reference)
    {
        var pipeline = new ColorizationPipeline(pack.Facts, networks.Features, networks.Segmenter, networks.Correspondence, networks.Color);
        return pipeline.Colorize(
            pipeline.Prepare(target, ImageRole.Target, null, TestContext.Current.CancellationToken),
            [pipeline.Prepare(reference, ImageRole.Reference, null, TestContext.Current.CancellationToken)],
            new ColorizationOptions(pack.Facts.Prior.Count, CategoryAssignment.Automatic), null, TestContext.Current.CancellationToken);
    }
}
