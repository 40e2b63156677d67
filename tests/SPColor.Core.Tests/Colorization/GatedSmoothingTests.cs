using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Colorization;

/// <summary>
/// A 64×32 picture with noise, edges, cells without a match, and a gate from shut to open; what is expected was computed in double by the trial
/// that the measure was found with, and training/tests/test_smoothing.py holds the Python form to the same numbers.
/// </summary>
public sealed class GatedSmoothingTests
{
    /// <summary>Single precision against double, on colours up to 60.</summary>
    private const float Tolerance = 2e-3f;

    private static readonly GridSize _size = new(64, 32), _cells = new(16, 8);
    private static readonly SmoothingFacts _facts = new(3, 30, 200, new GateFacts(1.5f, 0.7f, 0.85f));

    [Fact]
    public void Warped_colours_are_those_of_the_trial()
    {
        WarpedColor matched = Matched();

        WarpedColor warped = Smoothing(matched).Warped(TestContext.Current.CancellationToken);

        AssertNear(Npy.Floats("smoothing/expected_warped.npy"), [.. warped.A, .. warped.B]);
        Assert.Same(matched.Similarity, warped.Similarity);
        Assert.Same(matched.Related, warped.Related);
    }

    [Fact]
    public void The_output_is_that_of_the_trial()
    {
        float[] given = Npy.Floats("smoothing/chroma.npy");
        var chroma = new ChromaPlanes(_size, given[.._size.Count], given[_size.Count..]);

        ChromaPlanes even = Smoothing(Matched()).Output(chroma, TestContext.Current.CancellationToken);

        AssertNear(Npy.Floats("smoothing/expected_chroma.npy"), [.. even.A, .. even.B]);
        Assert.Equal(given, (float[])[.. chroma.A, .. chroma.B]);
    }

    [Fact]
    public void Where_the_match_is_sure_nothing_changes()
    {
        WarpedColor matched = Matched();
        Array.Fill(matched.BestCosine, 0.9f);

        WarpedColor warped = Smoothing(matched).Warped(TestContext.Current.CancellationToken);

        AssertNear([.. matched.A, .. matched.B], [.. warped.A, .. warped.B]);
    }

    [Fact]
    public void The_gain_strengthens_what_was_evened_out_and_nothing_else()
    {
        float[] flat = [.. Enumerable.Repeat(20f, _size.Count)];
        WarpedColor unsure = Matched(), sure = Matched();
        Array.Fill(unsure.BestCosine, 0f);
        Array.Fill(sure.BestCosine, 0.9f);
        SmoothingFacts stronger = _facts with { Gain = 1.5f };

        ChromaPlanes guessed = Smoothing(unsure, facts: stronger).Output(new ChromaPlanes(_size, flat, flat), CancellationToken.None);
        ChromaPlanes kept = Smoothing(sure, facts: stronger).Output(new ChromaPlanes(_size, flat, flat), CancellationToken.None);

        Assert.All(guessed.A, a => Assert.Equal(30f, a, Tolerance));
        AssertNear(flat, kept.A);
        AssertNear(unsure.A, Smoothing(unsure, facts: stronger with { Warped = 0 }).Warped(CancellationToken.None).A);
    }

    [Fact]
    public void Cells_and_pixels_of_another_choice_do_not_count()
    {
        float[] choices = [.. Enumerable.Range(0, _cells.Count).Select(cell => cell % _cells.Width < 5 ? 0f : 1f)];
        bool Left(int position, GridSize size) => position % size.Width < size.Width * 5 / 16;
        WarpedColor one = Matched(), other = Matched();
        for (int cell = 0; cell < _cells.Count; cell++)
            other.A[cell] += Left(cell, _cells) ? 0 : 50;

        float[] before = Smoothing(one, choices).Warped(CancellationToken.None).A, after = Smoothing(other, choices).Warped(CancellationToken.None).A;

        Assert.All(Enumerable.Range(0, _cells.Count).Where(cell => Left(cell, _cells)), cell => Assert.Equal(before[cell], after[cell]));
        float[] halves = [.. Enumerable.Range(0, _size.Count).Select(pixel => Left(pixel, _size) ? -20f : 60f)];
        ChromaPlanes even = Smoothing(one, choices).Output(new ChromaPlanes(_size, halves, halves), CancellationToken.None);
        AssertNear(halves, even.A);
    }

    private static GatedSmoothing Smoothing(WarpedColor matched, float[]? choices = null, SmoothingFacts? facts = null)
    {
        var image = new LabImage(_size);
        Npy.Floats("smoothing/luminance.npy").CopyTo(image.L, 0);
        var vectors = new FeatureGrid(_cells, 1, new float[_cells.Count]);
        return new GatedSmoothing(facts ?? _facts, new PreparedImage(image, vectors, vectors, FakeNetworks.Facts, null), matched, choices,
            choices is null ? null : [.. Enumerable.Range(0, _size.Count).Select(pixel => choices[_size.CellOf(pixel, _cells)])]);
    }

    private static WarpedColor Matched()
    {
        float[][] planes = [.. Npy.Floats("smoothing/matched_ab_S_cosine.npy").Chunk(_cells.Count)];
        return WarpedColor.Unrelated(_cells) with
        {
            A = planes[0], B = planes[1], Similarity = planes[2], BestCosine = planes[3], Related = [.. planes[3].Select(cosine => cosine > 0)],
        };
    }

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
