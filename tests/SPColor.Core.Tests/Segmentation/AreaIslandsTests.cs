using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Segmentation;

public sealed class AreaIslandsTests
{
    [Fact]
    public void An_island_takes_the_area_of_its_longest_border() => Assert.Equal(
        Plane("11112", "11112", "11112", "11222"),
        Dissolved(2, "11112", "11132", "11112", "11222"));

    [Fact]
    public void The_smallest_goes_first_and_what_has_grown_may_stay() => Assert.Equal(
        Plane("11111", "12221", "12221", "11111"),
        Dissolved(6, "11111", "12221", "12321", "11111"));

    [Fact]
    public void An_island_joins_parts_of_one_area() => Assert.Equal(
        Plane("22222", "11111"),
        Dissolved(3, "22322", "11111"));

    [Fact]
    public void Diagonal_neighbours_are_not_connected_and_what_is_alone_stays() => Assert.Equal(
        Plane("1..", ".1.", "..1"),
        Dissolved(3, "1..", ".1.", "..1"));

    [Fact]
    public void No_small_part_with_surroundings_is_left() => Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[1, 20], Gen.Int[0, 9999]).Sample((width, height, least, seed) =>
    {
        GridSize size = new(width, height);
        Random random = new(seed);
        byte[] ids = [.. Enumerable.Range(0, size.Count).Select(_ => (byte)random.Next(4))], before = [.. ids];
        AreaIslands.Dissolve(size, ids, (_, pixels) => pixels < least);
        int[] parts = Parts(size, ids);
        Assert.All(parts.GroupBy(part => part), part => Assert.True(part.Count() >= least || parts.Distinct().Count() == 1));
        Assert.All(ids, id => Assert.Contains(id, before));
    });

    private static int[] Parts(GridSize size, byte[] ids)
    {
        int[] part = [.. Enumerable.Range(0, ids.Length)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < ids.Length; i++)
            {
                foreach (int other in new[] { i % size.Width > 0 ? i - 1 : i, i >= size.Width ? i - size.Width : i, i % size.Width < size.Width - 1 ? i + 1 : i, i + size.Width < ids.Length ? i + size.Width : i })
                {
                    if (ids[other] != ids[i] || part[other] >= part[i])
                        continue;
                    part[i] = part[other];
                    changed = true;
                }
            }
        }

        return part;
    }

    private static byte[] Dissolved(int least, params string[] rows)
    {
        byte[] ids = Plane(rows);
        AreaIslands.Dissolve(new GridSize(rows[0].Length, rows.Length), ids, (_, pixels) => pixels < least);
        return ids;
    }

    private static byte[] Plane(params string[] rows) => [.. string.Concat(rows).Select(area => area == '.' ? AreaPlane.NoArea : (byte)(area - '0'))];
}
