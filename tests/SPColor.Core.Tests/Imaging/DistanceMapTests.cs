using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class DistanceMapTests
{
    // Sums of a few roots of 2.
    private const float Tolerance = 1e-4f;

    [Fact]
    public void Every_position_has_the_shortest_way() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 9], Gen.Int[0, 9999], Gen.Int[1, 20]).Sample((width, height, seed, rare) =>
        {
            GridSize size = new(width, height);
            Random random = new(seed);
            bool[] inside = [.. Enumerable.Range(0, size.Count).Select(_ => random.Next(rare) == 0)];

            float[] distance = DistanceMap.To(inside, size);

            for (int i = 0; i < distance.Length; i++)
                Assert.Equal(Shortest(inside, size, i), distance[i], Tolerance);
        });

    /// <summary>Over eight neighbours: diagonal as far as both go, then straight.</summary>
    private static float Shortest(bool[] inside, GridSize size, int from) => Enumerable.Range(0, inside.Length).Where(i => inside[i])
        .Select(i => (X: Math.Abs((i % size.Width) - (from % size.Width)), Y: Math.Abs((i / size.Width) - (from / size.Width))))
        .Select(way => Math.Abs(way.X - way.Y) + (Math.Min(way.X, way.Y) * MathF.Sqrt(2)))
        .DefaultIfEmpty(float.PositiveInfinity).Min();
}
