using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class FastGlobalSmootherTests
{
    /// <summary>Single precision over six passes, on values up to 100.</summary>
    private const float Tolerance = 1e-3f;

    private const float Sigma = 3;

    [Fact]
    public void Any_plane_is_smoothed_as_the_definition_says() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Float[0, 1000], Gen.Bool, Gen.Int[0, 9999]).Sample(
            (width, height, lambda, trusted, seed) =>
            {
                GridSize size = new(width, height);
                Random random = new(seed);
                float[] guide = Numbers(random, size.Count, 0, 100), first = Numbers(random, size.Count, -100, 100), second = Numbers(random, size.Count, -100, 100);
                float[]? trust = trusted ? [.. Numbers(random, size.Count, -1, 1).Select(value => MathF.Max(value, 1e-3f))] : null;
                double[] wanted = Naive(second, guide, size, lambda, trust);

                FastGlobalSmoother.Smooth([first, second], new GuideLinks(guide, size, Sigma), lambda, trust, CancellationToken.None);

                Assert.All(wanted.Zip(second), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
            },
            iter: 60);

    [Fact]
    public void Nothing_crosses_the_border_of_a_region()
    {
        GridSize size = new(24, 10);
        float[] regions = [.. Enumerable.Range(0, size.Count).Select(i => i % size.Width < 9 ? 0f : 7f)];
        float[] plane = [.. regions.Select(region => region == 0 ? 10f : -30f)];

        FastGlobalSmoother.Smooth([plane], new GuideLinks(new float[size.Count], size, Sigma, regions), 1e4f, null, CancellationToken.None);

        Assert.All(plane.Zip(regions), pair => Assert.Equal(pair.Second == 0 ? 10f : -30f, pair.First, Tolerance));
    }

    [Fact]
    public void What_is_not_believed_takes_its_neighbours_value()
    {
        GridSize size = new(20, 20);
        float[] plane = new float[size.Count], trust = new float[size.Count];
        Array.Fill(plane, 40);
        Array.Fill(trust, 1);
        (plane[210], trust[210]) = (-90, 1e-3f);

        FastGlobalSmoother.Smooth([plane], new GuideLinks(new float[size.Count], size, Sigma), 30, trust, CancellationToken.None);

        Assert.All(plane, value => Assert.InRange(value, 39, 40 + Tolerance));
    }

    [Fact]
    public void A_cancelled_run_is_given_up() =>
        Assert.ThrowsAny<OperationCanceledException>(() => FastGlobalSmoother.Smooth(
            [new float[16]], new GuideLinks(new float[16], new GridSize(4, 4), Sigma), 30, null, new CancellationToken(canceled: true)));

    /// <summary>Each line by Gaussian elimination of its whole matrix, in double.</summary>
    private static double[] Naive(float[] plane, float[] guide, GridSize size, double lambda, float[]? trust)
    {
        double[] values = Array.ConvertAll(plane, value => (double)value);
        double[] weights = trust is null ? [.. values.Select(_ => 1.0)] : Array.ConvertAll(trust, value => (double)value);
        for (int round = 1; round <= 3; round++)
        {
            double strength = 1.5 * Math.Pow(4, 3 - round) / 63 * lambda;
            for (int y = 0; y < size.Height; y++)
                Line([.. Enumerable.Range(0, size.Width).Select(x => (y * size.Width) + x)]);
            for (int x = 0; x < size.Width; x++)
                Line([.. Enumerable.Range(0, size.Height).Select(y => (y * size.Width) + x)]);
            Array.Fill(weights, 1);

            void Line(int[] places)
            {
                int n = places.Length;
                double[,] matrix = new double[n, n];
                double[] right = new double[n];
                for (int i = 0; i < n; i++)
                {
                    matrix[i, i] += weights[places[i]];
                    right[i] = weights[places[i]] * values[places[i]];
                    if (i + 1 == n)
                        continue;
                    double link = strength * Math.Exp(-Math.Abs(guide[places[i + 1]] - guide[places[i]]) / Sigma);
                    matrix[i, i] += link;
                    matrix[i + 1, i + 1] += link;
                    matrix[i, i + 1] = matrix[i + 1, i] = -link;
                }

                for (int i = 0; i < n; i++)
                    for (int j = i + 1; j < n; j++)
                    {
                        double factor = matrix[j, i] / matrix[i, i];
                        right[j] -= factor * right[i];
                        for (int k = i; k < n; k++)
                            matrix[j, k] -= factor * matrix[i, k];
                    }

                for (int i = n - 1; i >= 0; i--)
                    values[places[i]] = (right[i] - Enumerable.Range(i + 1, n - i - 1).Sum(k => matrix[i, k] * values[places[k]])) / matrix[i, i];
            }
        }

        return values;
    }

    private static float[] Numbers(Random random, int count, float low, float high) =>
        [.. Enumerable.Range(0, count).Select(_ => low + ((high - low) * random.NextSingle()))];
}
