using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Colorization;

/// <summary>With a colour network that carries every warped colour over the whole picture.</summary>
public sealed class ChoiceReachTests
{
    private const float Reach = 8, Tolerance = 1e-3f;

    private readonly FakeNetworks _networks = new();
    private readonly Spreading _spreading = new();

    [Fact]
    public void A_choice_changes_its_area_and_fades_out_around_it()
    {
        float[] before = Row(CategoryAssignment.Automatic), after = Row(CategoryAssignment.Automatic.WithTarget(0, TargetChoice.Parse("3")));

        // The spread colour is the same everywhere: of 10, 20, 30, 40 before and of 40, 20, 30, 40 after.
        Assert.All(before, a => Assert.Equal(25, a, Tolerance));
        Assert.All(after[..16], a => Assert.Equal(32.5f, a, Tolerance));
        Assert.Equal(25 + (7.5f * (1 - (4 / Reach))), after[19], Tolerance); // the fourth pixel beyond the area
        Assert.All(after[23..], a => Assert.Equal(25, a, Tolerance));
    }

    /// <summary>A spot within the area that is called something else goes with it.</summary>
    [Fact]
    public void A_hole_in_the_area_is_part_of_it()
    {
        GridSize size = new(64, 64);
        byte[] ids = new byte[size.Count];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = (byte)((i % 64 < 40 && !(i % 64 is >= 16 and < 24 && i / 64 is >= 28 and < 36)) ? 1 : 0);
        float[] red = new float[size.Count], green = new float[size.Count];
        Array.Fill(red, 60);

        ChromaPlanes limited = ChoiceReach.Limit(
            new ChromaPlanes(size, red, green), new ChromaPlanes(size, green, green), new(size, ids), [false, true], Reach);

        Assert.All(Enumerable.Range(0, 40), x => Assert.Equal(60, limited.A[(32 * 64) + x]));
        Assert.All(Enumerable.Range(48, 16), x => Assert.Equal(0, limited.A[(32 * 64) + x]));
    }

    [Fact]
    public void Without_a_reach_it_goes_wherever_the_network_carries_it() =>
        Assert.All(Row(CategoryAssignment.Automatic.WithTarget(0, TargetChoice.Parse("3")), reach: null), a => Assert.Equal(32.5f, a, Tolerance));

    /// <summary>An area left grey takes nothing from elsewhere; where a reference's area is unused, those that took from it are touched.</summary>
    [Fact]
    public void What_is_touched_takes_its_colours_from_elsewhere()
    {
        float[] grey = Row(CategoryAssignment.Automatic.WithTarget(0, TargetChoice.LeaveGrey));
        float[] unused = Row(CategoryAssignment.Automatic.WithReference(AreaName.Parse("A:0"), ReferenceChoice.Unused));

        Assert.All(grey[..16], a => Assert.Equal(0, a));
        Assert.All(grey[16..], a => Assert.Equal(25, a, Tolerance));
        Assert.All(unused[..16], a => Assert.Equal(22.5f, a, Tolerance));
        Assert.All(unused[32..], a => Assert.Equal(25, a, Tolerance));
    }

    [Fact]
    public void The_automatic_colours_are_found_once()
    {
        ColorizationPipeline pipeline = Pipeline(Reach);
        PreparedImage target = Prepare(pipeline, 0, ImageRole.Target), reference = Prepare(pipeline, 10, ImageRole.Reference);

        foreach (string source in (string[])["3", "2", "1"])
            Colorize(pipeline, target, reference, CategoryAssignment.Automatic.WithTarget(0, TargetChoice.Parse(source)));

        Assert.Equal(4, _spreading.Runs);
        Colorize(pipeline, target, Prepare(pipeline, 20, ImageRole.Reference), CategoryAssignment.Automatic.WithTarget(0, TargetChoice.Parse("3")));
        Assert.Equal(6, _spreading.Runs);
    }

    private float[] Row(CategoryAssignment assignment, float? reach = Reach)
    {
        ColorizationPipeline pipeline = Pipeline(reach);
        return Colorize(pipeline, Prepare(pipeline, 0, ImageRole.Target), Prepare(pipeline, 10, ImageRole.Reference), assignment)[..64];
    }

    private static float[] Colorize(ColorizationPipeline pipeline, PreparedImage target, PreparedImage reference, CategoryAssignment assignment) =>
        pipeline.Colorize(target, [reference], new ColorizationOptions(4, assignment), null, TestContext.Current.CancellationToken).Chroma.A;

    private ColorizationPipeline Pipeline(float? reach) =>
        new(FakeNetworks.Facts with { ChoiceReach = reach }, _networks, _networks, new SemanticCorrespondence(), _spreading);

    private static PreparedImage Prepare(ColorizationPipeline pipeline, float step, ImageRole role) =>
        pipeline.Prepare(FakeNetworks.Stripes((step, 0), (2 * step, 0), (3 * step, 0), (4 * step, 0)), role, null, TestContext.Current.CancellationToken);

    private sealed class Spreading : IColorNetwork
    {
        public int Runs { get; private set; }

        public ChromaPlanes Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken)
        {
            Runs++;
            float[] everywhere = new float[target.Size.Count];
            Array.Fill(everywhere, warped.A.Average());
            return new ChromaPlanes(target.Size, everywhere, new float[target.Size.Count]);
        }
    }
}
