using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Colorization;

/// <summary>Packs whose areas and matches are decided at one working size, here S = 64, seen at S = 128.</summary>
public sealed class CoarseDecisionTests
{
    private const int Coarse = 64;

    private static readonly GridSize _large = new(128, 128);

    private readonly FakeNetworks _networks = new();

    [Fact]
    public void A_large_picture_is_looked_at_twice_and_one_of_the_coarse_size_once()
    {
        PreparedImage large = Prepare(Stripes(_large, 1), ImageRole.Target), small = Prepare(Stripes(new(64, 64), 1), ImageRole.Target);

        Assert.Equal(new GridSize(64, 64), large.Coarse!.Image.Size);
        Assert.Equal(new GridSize(32, 32), large.Match.Size);
        Assert.Null(small.Coarse);
        Assert.Equal((3, 3), (_networks.FeatureRuns, _networks.SegmenterRuns));
        Assert.True(large.Bytes > large.Coarse.Bytes + (16 * _large.Count));
        Assert.Equal((4f, 1f), (large.CellsPerCoarseCell, small.CellsPerCoarseCell));
    }

    /// <summary>Half as many pixels more make a difference; a long picture has as many as fit at any S.</summary>
    [Theory]
    [InlineData(96, 32, false)]
    [InlineData(96, 96, true)]
    [InlineData(256, 32, false)]
    public void A_size_not_much_larger_decides_itself(int width, int height, bool isDecidedSmall) =>
        Assert.Equal(isDecidedSmall, Prepare(Stripes(new(width, height), 1), ImageRole.Target).Coarse is not null);

    [Fact]
    public void Each_area_takes_its_own_colour_and_a_users_pairing_holds()
    {
        PreparedImage target = Prepare(Stripes(_large, 0), ImageRole.Target), reference = Prepare(Stripes(_large, 10), ImageRole.Reference);

        Assert.Equal([10f, 20f, 30f, 40f], Colors(target, reference, CategoryAssignment.Automatic));
        Assert.Equal([40f, 20f, 30f, 40f], Colors(target, reference, CategoryAssignment.Automatic.WithTarget(0, TargetChoice.Parse("3"))));
        Assert.Equal([10f, 0f, 30f, 40f], Colors(target, reference, CategoryAssignment.Automatic.WithTarget(1, TargetChoice.LetItGuess)));
    }

    /// <summary>A target of the coarse size with a large reference, and the other way round.</summary>
    [Fact]
    public void Both_pictures_need_not_be_large()
    {
        LabImage small = Stripes(new(64, 64), 10), large = Stripes(_large, 10);
        Assert.Equal([10f, 20f, 30f, 40f], Colors(Prepare(small, ImageRole.Target), Prepare(large, ImageRole.Reference), CategoryAssignment.Automatic));
        Assert.Equal([10f, 20f, 30f, 40f], Colors(Prepare(large, ImageRole.Target), Prepare(small, ImageRole.Reference), CategoryAssignment.Automatic));
    }

    private PreparedImage Prepare(LabImage image, ImageRole role) => Pipeline().Prepare(image, role, null, TestContext.Current.CancellationToken);

    private ColorizationPipeline Pipeline()
    {
        ModelFacts facts = FakeNetworks.Facts with
        {
            CoarseSide = Coarse, Prior = FakeNetworks.Facts.Prior with { Edges = new AreaEdges(3, 1, 0) },
        };
        return new ColorizationPipeline(facts, _networks, _networks, new SemanticCorrespondence(), _networks);
    }

    /// <summary>a* in the middle of each stripe.</summary>
    private float[] Colors(PreparedImage target, PreparedImage reference, CategoryAssignment assignment)
    {
        ChromaPlanes chroma = Pipeline().Colorize(target, [reference], new ColorizationOptions(4, assignment), null, TestContext.Current.CancellationToken).Chroma;
        int row = chroma.Size.Height / 2 * chroma.Size.Width;
        return [.. Enumerable.Range(0, 4).Select(stripe => MathF.Round(chroma.A[row + ((2 * stripe) + 1) * chroma.Size.Width / 8], 3))];
    }

    /// <summary>Four vertical stripes, dark to bright, whose a* grows by <paramref name="step"/>.</summary>
    private static LabImage Stripes(GridSize size, float step)
    {
        LabImage image = new(size);
        for (int pixel = 0; pixel < size.Count; pixel++)
        {
            int stripe = pixel % size.Width * 4 / size.Width;
            (image.L[pixel], image.A[pixel]) = (10 + (25 * stripe), step * (stripe + 1));
        }

        return image;
    }
}
