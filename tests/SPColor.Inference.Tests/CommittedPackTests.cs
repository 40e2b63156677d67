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
        ModelPack pack = CompactPack.Open();

        Assert.Equal("compact", pack.Manifest.Name);
        Assert.Equal(new Core.Correspondence.CorrespondenceSettings(0.012f, false, 0.1f, 0.6f, true), pack.Correspondence);
        Assert.Equal((27, 160, 12), (pack.ClassPrior.Count, pack.ClassPrior.Channels, pack.ClassPrior.DefaultClassCount));
        Assert.Equal((ReductionRule.SummedProbability, CodeResampling.Bilinear), (pack.ClassPrior.Rule, pack.ClassPrior.Resampling));
        Assert.Equal(1 / 0.03f, pack.ClassPrior.Sharpness, 1e-4f);
        Assert.Equal(0.5f, pack.Manifest.Features.CodeWeight);
    }
}
