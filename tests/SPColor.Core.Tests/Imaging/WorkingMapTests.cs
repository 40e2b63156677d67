using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class WorkingMapTests
{
    // Positions up to 40,000 in double precision, twice multiplied and divided.
    private const double PositionTolerance = 1e-9;

    private static readonly Gen<GridSize> s_size = Gen.Select(Gen.Int[1, 40000], Gen.Int[1, 40000], (w, h) => new GridSize(w, h));

    [Fact]
    public void The_two_directions_undo_each_other() =>
        Gen.Select(s_size, s_size, Gen.Double[-0.5, 40000], Gen.Double[-0.5, 40000]).Sample((full, working, x, y) =>
        {
            WorkingMap map = new(full, working);
            (double wx, double wy) = map.ToWorking(x, y);
            (double fx, double fy) = map.ToFull(wx, wy);
            Assert.Equal(x, fx, PositionTolerance);
            Assert.Equal(y, fy, PositionTolerance);
        });

    [Fact]
    public void Outer_edges_and_middles_meet() =>
        Gen.Select(s_size, s_size).Sample((full, working) =>
        {
            WorkingMap map = new(full, working);
            Assert.Equal((-0.5, -0.5), map.ToWorking(-0.5, -0.5));
            (double x, double y) = map.ToWorking((full.Width - 1) / 2.0, full.Height - 0.5);
            Assert.Equal((working.Width - 1) / 2.0, x, PositionTolerance);
            Assert.Equal(working.Height - 0.5, y, PositionTolerance);
        });
}
