using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;
using SPColor.Core.Tests.Colorization;

namespace SPColor.Core.Tests.Protocol;

public sealed class ColorizeReplyTests
{
    private static readonly LabImage _target = FakeNetworks.Stripes((0, 0), (0, 0)), _reference = FakeNetworks.Stripes((40, 0), (0, 40));
    private static readonly ColorizationResult _result = Run();
    private static readonly ColorizeReply _reply = ColorizeReply.From(_result, "CPU");

    [Fact]
    public void Holds_the_run_and_a_row_for_every_area_of_the_target()
    {
        Assert.Same(_result.Chroma, _reply.Chroma);
        Assert.Same(_result.Warped.Similarity, _reply.MatchStrength);
        Assert.Equal(_result.TargetClasses.Ids.Distinct().Order(), _reply.Matches.Select(match => match.ClassId));
        Assert.All(_reply.Matches, match => Assert.Equal(_result.MatchStrength(match.ClassId), match.Strength));
        Assert.All(_reply.Matches, match => Assert.Equal(_result.Blocks.Sources[match.ClassId], match.Sources));
    }

    [Fact]
    public void Fits_its_own_target_and_no_other()
    {
        var one = new ClassMap(new GridSize(2, 2), [0], [0], 1);

        Assert.True(_reply.Fits(_target.Size, 1));
        Assert.False(_reply.Fits(new GridSize(_target.Size.Height, _target.Size.Width), 1));
        Assert.False(_reply.Fits(_target.Size, 2));
        Assert.False((_reply with { MatchStrength = [] }).Fits(_target.Size, 1));
        Assert.False((_reply with { ReferenceClasses = [one] }).Fits(_target.Size, 1));
        Assert.False((_reply with { TargetClasses = one }).Fits(_target.Size, 1));
        Assert.False((_reply with { Chroma = _reply.Chroma with { B = [] } }).Fits(_target.Size, 1));
    }

    private static ColorizationResult Run()
    {
        ColorizationPipeline pipeline = new FakeNetworks().Pipeline();
        return pipeline.Colorize(
            pipeline.Prepare(_target, ImageRole.Target, null, default), [pipeline.Prepare(_reference, ImageRole.Reference, null, default)],
            ColorizationOptions.Default, null, default);
    }
}
