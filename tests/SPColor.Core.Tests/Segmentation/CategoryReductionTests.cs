using CsCheck;
using SPColor.Core.Segmentation;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Segmentation;

public class CategoryReductionTests
{
    /// <summary>The stopping rule lets every centre move by up to sqrt(1e-4) in the last round, on either side of a comparison.</summary>
    private const double LastMove = 0.02;

    /// <summary>Means are summed in double and stored as float: half a unit in the last place of values below 1.</summary>
    private const double MeanTolerance = 1e-7;

    [Fact]
    public void Every_centre_lies_in_the_nearest_class_and_classes_are_plain_means()
        => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 27]).Sample((seed, count) =>
        {
            CategoryReduction reduction = CategoryReduction.Create(Priors.Random(seed), count);
            for (int k = 0; k < count; k++)
            {
                Assert.NotEmpty(reduction.CentresOf(k));
                for (int c = 0; c < reduction.Prior.Channels; c++)
                {
                    double mean = reduction.CentresOf(k).Average(i => (double)reduction.Prior.Centre(i)[c]);
                    Assert.Equal(mean, reduction.Centres[(k * reduction.Prior.Channels) + c], MeanTolerance);
                }
            }

            for (int i = 0; i < 27; i++)
            {
                double own = Distance(reduction, i, reduction.ClassOfCentre[i]);
                for (int k = 0; k < count; k++)
                    Assert.True(own <= Distance(reduction, i, k) + LastMove, $"centre {i}, class {k}");
            }
        });

    [Fact]
    public void All_centres_as_areas_keep_their_own_ids()
    {
        ClassPrior prior = Priors.Random(3);
        CategoryReduction reduction = CategoryReduction.Create(prior, 27);
        Assert.Equal(Enumerable.Range(0, 27), reduction.ClassOfCentre);
        Assert.Equal(prior.Centres, reduction.Centres);
    }

    /// <summary>Names, pairing files and dialogs know 27 areas (spcolor.md §1.7), also where a pack has more centres.</summary>
    [Fact]
    public void There_are_never_more_than_27_areas()
    {
        ClassPrior prior = Priors.Of([.. Enumerable.Range(0, 40 * 2).Select(i => (float)Math.Sin(i * i))], channels: 2);
        Assert.Equal(27, CategoryReduction.Create(prior, 27).Count);
        Assert.Contains("1…27", Assert.Throws<SPColorException>(() => CategoryReduction.Create(prior, 28)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_area_holds_everything()
    {
        CategoryReduction reduction = CategoryReduction.Create(Priors.Random(3), 1);
        Assert.Equal(Enumerable.Range(0, 27), reduction.CentresOf(0));
    }

    [Fact]
    public void The_permutation_is_one()
        => Assert.Equal(Enumerable.Range(0, 27), CategoryReduction.Permutation27.ToArray().Order());

    /// <summary>spcolor.md §1.6: with 22 areas the published order merges centres 10, 12, 15, 16 and 22 into the nearest others.</summary>
    [Fact]
    public void Twenty_two_areas_of_equidistant_centres_start_from_the_published_ones()
    {
        const int channels = 28;
        float[] centres = new float[27 * channels];
        for (int i = 0; i < 27; i++)
            centres[(i * channels) + i] = 1f;

        int[] merged = [10, 12, 15, 16, 22];
        foreach (int i in merged)
        {
            centres[(i * channels) + i] = 0f;
            centres[(i * channels) + 27] = 0.1f;
        }

        centres[(18 * channels) + 18] = 0.2f;
        CategoryReduction reduction = CategoryReduction.Create(Priors.Of(centres, channels), 22);
        int[] initial = CategoryReduction.Permutation27[..22].ToArray();
        Assert.Equal(merged, Enumerable.Range(0, 27).Except(initial));
        for (int k = 0; k < 22; k++)
            Assert.Contains(initial[k], reduction.CentresOf(k));

        Assert.Equal([10, 12, 15, 16, 18, 22], reduction.CentresOf(0));
    }

    [Fact]
    public void The_golden_centres_give_every_number_of_areas_twice_the_same()
    {
        ClassPrior prior = Priors.Of(Npy.Floats("pair256/cluster_centres.npy"), 90);
        for (int count = 27; count >= 1; count--)
        {
            CategoryReduction first = CategoryReduction.Create(prior, count);
            CategoryReduction second = CategoryReduction.Create(prior, count);
            Assert.Equal(first.ClassOfCentre, second.ClassOfCentre);
            Assert.Equal(first.Centres, second.Centres);
            Assert.Equal(count, first.ClassOfCentre.Distinct().Count());
        }
    }

    [Fact]
    public void Equal_centres_still_fill_every_area()
    {
        CategoryReduction reduction = CategoryReduction.Create(Priors.Of([.. Enumerable.Repeat(1f, 27 * 4)], 4), 5);
        Assert.Equal(5, reduction.ClassOfCentre.Distinct().Count());
    }

    [Fact]
    public void An_emptied_area_takes_over_the_farthest_centre()
        => Assert.Equal([0, 0, 2, 1], CategoryReduction.Create(Priors.Of([0f, 0f, 5f, 9f], 1), 3).ClassOfCentre);

    [Fact]
    public void Another_number_of_centres_starts_in_its_own_order()
    {
        CategoryReduction reduction = CategoryReduction.Create(Priors.Of([0f, 10f, 20f, 0.5f], 1), 3);
        Assert.Equal([0, 1, 2, 0], reduction.ClassOfCentre);
        Assert.Equal([0.25f, 10f, 20f], reduction.Centres);
    }

    [Fact]
    public void Names_are_joined_without_repeats()
    {
        ClassPrior prior = Priors.Of([0f, 10f, 20f, 0.5f, 0.2f], 1, names: ["sky", "sea", "grass", "cloud", "sky"]);
        CategoryReduction reduction = CategoryReduction.Create(prior, 3);
        Assert.Equal("sky, cloud", reduction.NameOf(0));
        Assert.Equal("sea", reduction.NameOf(1));
        Assert.Null(CategoryReduction.Create(prior with { Names = null }, 3).NameOf(0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(28)]
    public void A_number_of_areas_out_of_range_is_refused(int count)
    {
        SPColorException e = Assert.Throws<SPColorException>(() => CategoryReduction.Create(Priors.Random(1), count));
        Assert.Contains("must be 1…27", e.Message, StringComparison.Ordinal);
    }

    private static double Distance(CategoryReduction reduction, int centre, int classId)
    {
        double sum = 0;
        for (int c = 0; c < reduction.Prior.Channels; c++)
        {
            double difference = reduction.Prior.Centre(centre)[c] - reduction.Centres[(classId * reduction.Prior.Channels) + c];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
