using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Segmentation;

public class CodeClassifierTests
{
    /// <summary>A softmax in float of cosines × 10: measured differences are below 1e-6.</summary>
    private const float ConfidenceTolerance = 1e-5f;

    /// <summary>Float sums of 27 terms against double ones.</summary>
    private const double SumTolerance = 1e-5;

    [Theory]
    [InlineData("target")]
    [InlineData("reference")]
    public void The_golden_codes_give_the_golden_classes(string picture)
    {
        ClassPrior prior = Priors.Of(Npy.Floats("pair256/cluster_centres.npy"), 90);
        FeatureGrid code = new(new GridSize(32, 32), 90, Npy.PositionMajor(Npy.Floats($"pair256/stego_code_{picture}.npy"), 90));
        ClassMap map = new CodeClassifier(CategoryReduction.Create(prior, 27)).Classify(code);
        Assert.Equal(Npy.Ints($"pair256/class_{picture}.npy"), map.Ids);
        float[] expected = Npy.Floats($"pair256/conf_{picture}.npy");
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], map.Confidence[i], ConfidenceTolerance);
    }

    [Theory]
    [InlineData(ReductionRule.ReducedCentres)]
    [InlineData(ReductionRule.SummedProbability)]
    public void Classes_agree_with_the_definition(ReductionRule rule)
        => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 27]).Sample(
            (seed, count) =>
            {
                CategoryReduction reduction = CategoryReduction.Create(Priors.Random(seed, 11, rule), count);
                FeatureGrid code = RandomCode(seed + 1, new GridSize(3, 2), 11);
                ClassMap map = new CodeClassifier(reduction).Classify(code);
                Assert.Equal(count, map.ClassCount);
                for (int cell = 0; cell < 6; cell++)
                {
                    double[] probabilities = Expected(reduction, code[cell].ToArray());
                    Assert.Equal(probabilities.Max(), map.Confidence[cell], SumTolerance);
                    Assert.Equal(probabilities.Max(), probabilities[map.Ids[cell]], SumTolerance);
                }
            },
            iter: 50);

    [Fact]
    public void The_lower_id_wins_a_tie()
    {
        CategoryReduction reduction = CategoryReduction.Create(Priors.Of([0f, 1f, 1f, 0f, 1f, 0f], 2), 3);
        ClassMap map = new CodeClassifier(reduction).Classify(new FeatureGrid(new GridSize(1, 1), 2, [2f, 0f]));
        Assert.Equal([1], map.Ids);
    }

    [Theory]
    [InlineData(ReductionRule.ReducedCentres)]
    [InlineData(ReductionRule.SummedProbability)]
    public void The_second_area_is_the_next_probable_one_that_reaches_the_membership(ReductionRule rule)
        => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 27], Gen.Float[0.01f, 0.4f]).Sample(
            (seed, count, membership) =>
            {
                CategoryReduction reduction = CategoryReduction.Create(Priors.Random(seed, 11, rule) with { Membership = membership }, count);
                FeatureGrid code = RandomCode(seed + 1, new GridSize(3, 2), 11);
                ClassMap map = new CodeClassifier(reduction).Classify(code);
                for (int cell = 0; cell < 6; cell++)
                {
                    double[] probabilities = Expected(reduction, code[cell].ToArray());
                    double next = probabilities.Where((_, id) => id != map.Ids[cell]).Append(0).Max();
                    if (map.Second![cell] != ClassMap.None)
                        Assert.Equal(next, probabilities[map.Second[cell]], SumTolerance);
                    else
                        Assert.True(next < membership + SumTolerance);
                    if (next < membership - SumTolerance)
                        Assert.Equal(ClassMap.None, map.Second[cell]);
                    Assert.NotEqual(map.Ids[cell], map.Second[cell]);
                }
            },
            iter: 50);

    [Fact]
    public void Without_a_membership_no_cell_has_a_second_area()
        => Assert.Null(new CodeClassifier(CategoryReduction.Create(Priors.Random(1), 5)).Classify(RandomCode(2, new GridSize(1, 1), Priors.Random(1).Channels)).Second);

    [Fact]
    public void One_area_is_certain_and_a_zero_code_undecided()
    {
        FeatureGrid zero = new(new GridSize(1, 1), 8, new float[8]);
        Assert.Equal([1f], new CodeClassifier(CategoryReduction.Create(Priors.Random(1), 1)).Classify(zero).Confidence);
        ClassMap map = new CodeClassifier(CategoryReduction.Create(Priors.Random(1), 27)).Classify(zero);
        Assert.Equal([0], map.Ids);
        Assert.Equal(1f / 27f, map.Confidence[0], ConfidenceTolerance);
    }

    [Fact]
    public void Transparent_cells_have_no_class()
    {
        CodeClassifier classifier = new(CategoryReduction.Create(Priors.Random(1), 27));
        ClassMap map = classifier.Classify(RandomCode(2, new GridSize(3, 1), 8), [1f, 0.49f, 0.5f]);
        Assert.Equal([false, true, false], map.Ids.Select(id => id == ClassMap.None));
        Assert.Equal(0f, map.Confidence[1]);
    }

    [Fact]
    public void Codes_of_another_prior_are_a_defect()
        => Assert.Throws<ArgumentException>(
            () => new CodeClassifier(CategoryReduction.Create(Priors.Random(1), 5)).Classify(RandomCode(2, new GridSize(1, 1), 7)));

    private static FeatureGrid RandomCode(int seed, GridSize size, int channels)
    {
        Random random = new(seed);
        return new FeatureGrid(size, channels, [.. Enumerable.Range(0, size.Count * channels).Select(_ => (float)(random.NextDouble() - 0.5))]);
    }

    private static double[] Expected(CategoryReduction reduction, float[] code)
    {
        bool summed = reduction.Prior.Rule == ReductionRule.SummedProbability;
        float[] centres = summed ? reduction.Prior.Centres : reduction.Centres;
        double[] weights = [.. centres.Chunk(code.Length).Select(centre => Math.Exp(reduction.Prior.Sharpness * Cosine(centre, code)))];
        double[] classes = new double[reduction.Count];
        for (int k = 0; k < weights.Length; k++)
            classes[summed ? reduction.ClassOfCentre[k] : k] += weights[k] / weights.Sum();

        return classes;
    }

    private static double Cosine(float[] x, float[] y)
        => x.Zip(y, (a, b) => (double)a * b).Sum() / Math.Sqrt(x.Sum(a => (double)a * a) * y.Sum(b => (double)b * b));
}
