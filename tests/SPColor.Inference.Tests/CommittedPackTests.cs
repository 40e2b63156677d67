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
        Assert.Equal(new Core.Correspondence.CorrespondenceSettings(0.012f, false, 0.3f, 0.6f, true), facts.Correspondence);
        Assert.Equal((27, 162, 22), (facts.Prior.Count, facts.Prior.Channels, facts.Prior.DefaultClassCount));
        Assert.Equal((ReductionRule.SummedProbability, CodeResampling.Bilinear), (facts.Prior.Rule, facts.Prior.Resampling));
        Assert.Equal((120f, 0.01f, 0f), (facts.Prior.Sharpness, facts.Prior.Membership, facts.CodeWeight));
    }

    /// <summary>What users asked for first: a blue shirt must not colour the hair.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(15)]
    [InlineData(22)]
    public void Skin_hair_and_clothes_stay_areas_of_their_own(int areas)
    {
        CategoryReduction reduction = CategoryReduction.Create(CompactPack.Open().Facts.Prior, areas);
        int AreaOf(string name) => Enumerable.Range(0, areas).Single(area => reduction.NameOf(area)!.Split(", ").Contains(name));

        Assert.Equal(3, new[] { AreaOf("skin"), AreaOf("hair"), AreaOf("clothes") }.Distinct().Count());
    }
}
