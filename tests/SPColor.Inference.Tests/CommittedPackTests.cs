using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Inference.Tests;

public sealed class CommittedPackTests
{
    [Fact]
    public void The_committed_files_are_those_of_the_manifest()
    {
        PackReport report = ModelPack.Verify(CompactPack.Directory, TestContext.Current.CancellationToken);

        Assert.True(report.IsOk, string.Join('\n', report.Files.Select(file => file.Message)));
    }

    [Fact]
    public void The_compact_pack_is_what_its_training_assumed()
    {
        ModelFacts facts = CompactPack.Open().Facts;

        Assert.Equal("compact", facts.Name);
        Assert.Equal(new Core.Correspondence.CorrespondenceSettings(0.012f, false, 0.1f, 0.6f, true), facts.Correspondence);
        Assert.Equal((27, 160, 12), (facts.Prior.Count, facts.Prior.Channels, facts.Prior.DefaultClassCount));
        Assert.Equal((ReductionRule.SummedProbability, CodeResampling.Bilinear), (facts.Prior.Rule, facts.Prior.Resampling));
        Assert.Equal(1 / 0.03f, facts.Prior.Sharpness, 1e-4f);
        Assert.Equal(0.5f, facts.CodeWeight);
    }
}
