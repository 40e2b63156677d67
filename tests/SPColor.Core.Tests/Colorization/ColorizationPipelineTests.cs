using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Colorization;

public sealed class ColorizationPipelineTests
{
    // Warped colours are softmax averages in float over one class of equal colours.
    private const float ColorTolerance = 1e-4f;

    private static readonly (float, float)[] _grey = [(0, 0), (0, 0), (0, 0), (0, 0)];
    private static readonly (float, float)[] _warm = [(10, 1), (20, 2), (30, 3), (40, 4)];
    private static readonly (float, float)[] _cold = [(-10, -1), (-20, -2), (-30, -3), (-40, -4)];

    private readonly FakeNetworks _networks = new();

    [Fact]
    public void Every_area_takes_the_colour_of_its_own_class()
    {
        ColorizationResult result = Run(ColorizationOptions.Default, _warm);

        Assert.Equal([10, 20, 30, 40], StripeColors(result), Close);
        Assert.All(result.Warped.Related, Assert.True);
    }

    [Fact]
    public void A_pair_takes_colour_from_the_other_area_and_changes_nothing_else()
    {
        ColorizationResult result = Run(With(assignment => assignment.WithTarget(0, TargetChoice.Parse("3"))), _warm);

        Assert.Equal([40, 20, 30, 40], StripeColors(result), Close);
    }

    [Fact]
    public void Guess_makes_the_area_unrelated_and_grey_makes_it_colourless()
    {
        ColorizationResult result = Run(
            With(assignment => assignment.WithTarget(1, TargetChoice.LetItGuess).WithTarget(2, TargetChoice.LeaveGrey)), _warm);

        Assert.Equal([10, 0, 0, 40], StripeColors(result), Close);
        Assert.Equal(0, result.MatchStrength(1));
        Assert.True(result.MatchStrength(0) > 0.9f);
    }

    [Fact]
    public void A_pack_may_have_areas_end_at_edges_and_each_number_of_areas_is_found_once()
    {
        ModelFacts facts = FakeNetworks.Facts with { Prior = FakeNetworks.Facts.Prior with { Edges = new AreaEdges(3, 100, 0.002f) } };
        ColorizationPipeline pipeline = new(facts, _networks, _networks, new SemanticCorrespondence(), _networks);
        LabImage picture = FakeNetworks.Stripes(_grey);
        for (int row = 0; row < picture.Size.Height; row++)
            picture.L[(row * picture.Size.Width) + 16] = 10; // the dark stripe goes one pixel beyond its cells
        PreparedImage target = pipeline.Prepare(picture, ImageRole.Target, null, TestContext.Current.CancellationToken);

        ClassMap map = target.Classes(4);
        ColorizationResult result = pipeline.Colorize(
            target, [Prepare(pipeline, _warm, ImageRole.Reference)], With(assignment => assignment.WithTarget(1, TargetChoice.LeaveGrey)), null,
            TestContext.Current.CancellationToken);

        Assert.Same(map, target.Classes(4));
        Assert.NotSame(map, target.Classes(3));
        Assert.Equal([0, 0, 1, 1], new[] { 15, 16, 17, 31 }.Select(x => map.Pixels![x]));
        Assert.Equal([true, true, false, false, true], new[] { 15, 16, 17, 31, 32 }.Select(x => result.Chroma.A[x] != 0));
    }

    [Fact]
    public void A_pack_without_edges_has_the_classifiers_areas()
    {
        PreparedImage target = Prepare(_networks.Pipeline(), _grey, ImageRole.Target);
        Assert.Null(target.Classes(4).Pixels);
        Assert.Equal([0, 0, 0, 0, 1], target.Classes(4).Ids[..5]);
    }

    [Fact]
    public void Leave_grey_wins_over_what_the_colour_network_invents()
    {
        var inventive = new ColorizationPipeline(
            FakeNetworks.Facts, _networks, _networks, new SemanticCorrespondence(), new Inventor());
        PreparedImage target = Prepare(inventive, _grey, ImageRole.Target);

        ColorizationResult result = inventive.Colorize(
            target, [Prepare(inventive, _warm, ImageRole.Reference)],
            With(assignment => assignment.WithTarget(2, TargetChoice.LeaveGrey)), null, TestContext.Current.CancellationToken);

        Assert.Equal([99, 99, 0, 99], StripeColors(result), Close);
    }

    [Fact]
    public void Leaving_an_area_grey_shows_the_colour_network_the_same_hints_as_before()
    {
        ColorizationResult before = Run(ColorizationOptions.Default, _warm);
        ColorizationResult after = Run(With(assignment => assignment.WithTarget(2, TargetChoice.LeaveGrey)), _warm);

        Assert.Equal(before.Warped.A, after.Warped.A);
        Assert.Equal(before.Warped.Similarity, after.Warped.Similarity);
    }

    [Fact]
    public void An_area_may_take_its_colour_from_another_reference()
    {
        ColorizationResult result = Run(
            With(assignment => assignment.WithTarget(0, TargetChoice.Parse("B:2")).WithTarget(1, TargetChoice.Parse("A:1"))), _warm, _cold);

        Assert.Equal([-30, 20, 0, 0], StripeColors(result), Close); // 2 and 3 find both references: warm and cold average out
        Assert.Equal("B:2", Assert.Single(result.Blocks.Sources[0]).ToString());
        Assert.Equal(["A:2", "B:2"], result.Blocks.Sources[2].Select(area => area.ToString()));
    }

    [Fact]
    public void An_id_that_the_reference_lacks_makes_the_area_unrelated()
    {
        PreparedImage target = Prepare(_networks.Pipeline(), _grey, ImageRole.Target);
        PreparedImage half = Prepare(_networks.Pipeline(), _warm[..2], ImageRole.Reference);

        ColorizationResult result = _networks.Pipeline().Colorize(
            target, [half], With(assignment => assignment.WithTarget(0, TargetChoice.Parse("3"))), null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Blocks.Sources[0]);
        Assert.Equal(0, result.Chroma.A[0]);
        Assert.Contains(result.Blocks.Notes, note => note.Area.ClassId == 0);
    }

    [Fact]
    public void A_pack_may_have_colours_smoothed_but_never_across_a_border_of_the_users()
    {
        // Dark and dim lie next to each other without an edge; the gate is shut whatever the match.
        var smoothed = new ColorizationPipeline(
            FakeNetworks.Facts with { Smoothing = new SmoothingFacts(3, 30, 200, new GateFacts(1, 2, 3)) },
            _networks, _networks, new SemanticCorrespondence(), _networks);
        PreparedImage Halves(float left, float right, ImageRole role)
        {
            var image = new LabImage(new GridSize(64, 32));
            for (int pixel = 0; pixel < image.Size.Count; pixel++)
                (image.L[pixel], image.A[pixel]) = pixel % image.Size.Width < 32 ? (24, left) : (26, right);
            return smoothed.Prepare(image, role, null, TestContext.Current.CancellationToken);
        }

        PreparedImage target = Halves(0, 0, ImageRole.Target), reference = Halves(10, 20, ImageRole.Reference);
        float[] Row(ColorizationOptions options) =>
            smoothed.Colorize(target, [reference], options, null, TestContext.Current.CancellationToken).Chroma.A[..64];

        float[] automatic = Row(ColorizationOptions.Default);
        float[] chosen = Row(With(assignment => assignment.WithTarget(1, TargetChoice.Parse("1"))));
        float[] guessed = Row(With(assignment => assignment.WithTarget(1, TargetChoice.LetItGuess)));

        Assert.InRange(automatic[31], 12, automatic[32]);
        Assert.Equal([.. Enumerable.Range(0, 64).Select(x => x < 32 ? 10f : 20f)], chosen, SmoothedClose);
        Assert.Equal([.. Enumerable.Range(0, 64).Select(x => x < 32 ? 10f : 0f)], guessed, SmoothedClose);
    }

    [Fact]
    public void Networks_run_once_a_picture_whatever_the_user_changes()
    {
        ColorizationPipeline pipeline = _networks.Pipeline();
        PreparedImage target = Prepare(pipeline, _grey, ImageRole.Target), reference = Prepare(pipeline, _warm, ImageRole.Reference);

        foreach (int areas in new[] { 4, 2, 4 })
            pipeline.Colorize(
                target, [reference], ColorizationOptions.Default with { Areas = areas }, null, TestContext.Current.CancellationToken);

        Assert.Equal((2, 2, 3), (_networks.FeatureRuns, _networks.SegmenterRuns, _networks.ColorRuns));
        Assert.Same(target.Classes(4), target.Classes(4));
    }

    [Fact]
    public void Going_back_to_a_number_of_areas_gives_the_same_bytes()
    {
        ColorizationPipeline pipeline = _networks.Pipeline();
        PreparedImage target = Prepare(pipeline, _grey, ImageRole.Target), reference = Prepare(pipeline, _warm, ImageRole.Reference);
        ColorizationResult Result(int areas) => pipeline.Colorize(
            target, [reference], ColorizationOptions.Default with { Areas = areas }, null, TestContext.Current.CancellationToken);

        ColorizationResult first = Result(4), other = Result(2), again = Result(4);

        Assert.Equal(first.Chroma.A, again.Chroma.A);
        Assert.Equal(first.Warped.Similarity, again.Warped.Similarity);
        Assert.NotEqual(first.TargetClasses.Ids, other.TargetClasses.Ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_number_of_areas_that_the_pack_does_not_have_is_refused(int areas)
    {
        var refusal = Assert.Throws<SPColorException>(() => Run(ColorizationOptions.Default with { Areas = areas }, _warm));

        Assert.Contains("1…4", refusal.Message, StringComparison.Ordinal);
    }

    private static ColorizationOptions With(Func<CategoryAssignment, CategoryAssignment> change) =>
        ColorizationOptions.Default with { Assignment = change(CategoryAssignment.Automatic) };

    private static PreparedImage Prepare(ColorizationPipeline pipeline, (float, float)[] stripes, ImageRole role) =>
        pipeline.Prepare(FakeNetworks.Stripes(stripes), role, null, TestContext.Current.CancellationToken);

    private static bool Close(float expected, float actual) => Math.Abs(expected - actual) < ColorTolerance;

    // Six passes of least squares in single precision.
    private static bool SmoothedClose(float expected, float actual) => Math.Abs(expected - actual) < 1e-3f;

    private static float[] StripeColors(ColorizationResult result) =>
        [.. Enumerable.Range(0, 4).Select(stripe => result.Chroma.A[16 * stripe + 8])];

    private ColorizationResult Run(ColorizationOptions options, params (float, float)[][] references)
    {
        ColorizationPipeline pipeline = _networks.Pipeline();
        return pipeline.Colorize(
            Prepare(pipeline, _grey, ImageRole.Target),
            [.. references.Select(reference => Prepare(pipeline, reference, ImageRole.Reference))],
            options,
            null,
            TestContext.Current.CancellationToken);
    }

    private sealed class Inventor : IColorNetwork
    {
        public ChromaPlanes Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken)
        {
            float[] invented = new float[target.Size.Count];
            Array.Fill(invented, 99);
            return new ChromaPlanes(target.Size, invented, [.. invented]);
        }
    }
}
