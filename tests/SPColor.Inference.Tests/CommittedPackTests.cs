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
        Assert.Equal((27, 27, 22), (facts.Prior.Count, facts.Prior.Channels, facts.Prior.DefaultClassCount));
        Assert.Equal((ReductionRule.SummedProbability, CodeResampling.Bilinear), (facts.Prior.Rule, facts.Prior.Resampling));
        Assert.Equal(256, facts.CoarseSide);
        Assert.Equal((24f, 0.01f, 0f), (facts.Prior.Sharpness, facts.Prior.Membership, facts.CodeWeight));
    }

    /// <summary>What users asked for first: a blue shirt must not colour the hair, nor grass the road.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(15)]
    [InlineData(22)]
    public void What_people_repair_never_shares_an_area(int areas)
    {
        string[] repaired = ["skin", "hair", "clothes", "sky", "tree", "grass", "ground", "building", "water", "vehicle", "animal"];

        Assert.Equal(repaired.Length, repaired.Select(name => AreaOf(name, areas)).Distinct().Count());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void Few_areas_keep_the_parts_of_people_apart(int areas)
    {
        Assert.Equal(3, new[] { "skin", "hair", "clothes" }.Select(name => AreaOf(name, areas)).Distinct().Count());
    }

    private static int AreaOf(string name, int areas)
    {
        CategoryReduction reduction = CategoryReduction.Create(CompactPack.Open().Facts.Prior, areas);
        return Enumerable.Range(0, areas).Single(area => reduction.NameOf(area)!.Split(", ").Contains(name));
    }
}
