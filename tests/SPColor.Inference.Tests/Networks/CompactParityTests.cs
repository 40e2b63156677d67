using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Networks;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Networks;

/// <summary>The compact pack against PyTorch (Fixtures/compact/make.py).</summary>
public sealed class CompactParityTests : IDisposable
{
    /// <summary>Parts of unit vectors; two float32 implementations of 60 layers differ by a few 1e-6.</summary>
    private const float VectorTolerance = 5e-5f;

    /// <summary>CIELAB units; a thousandth of what an eye can tell apart.</summary>
    private const float ChromaTolerance = 2e-3f;

    private readonly NetworkSet _networks = NetworkSet.Open(CompactPack.Open(), ComputeDevice.Cpu, threads: 1);

    [Theory]
    [InlineData(ImageRole.Target)]
    [InlineData(ImageRole.Reference)]
    public void Features_and_codes_are_those_of_PyTorch(ImageRole role)
    {
        LabImage image = Picture();

        ImageFeatures features = _networks.Features.Extract(image, role, TestContext.Current.CancellationToken);

        Assert.Equal(new GridSize(16, 8), features.Match.Size);
        Assert.Equal(128, features.Match.Channels);
        AssertCells("compact/feature_every_7th_cell.npy", 7, features.Match);
        FeatureGrid code = _networks.Segmenter.Segment(image, features, TestContext.Current.CancellationToken);
        Assert.Equal(new GridSize(16, 8), code.Size);
        AssertCells("compact/code_every_7th_cell.npy", 7, code);
    }

    [Fact]
    public void Colours_are_those_of_PyTorch()
    {
        LabImage image = Picture();
        var grid = new GridSize(16, 8);
        float[][] planes = [.. Npy.Floats("compact/warped.npy").Chunk(grid.Count)];
        var warped = new WarpedColor(grid, planes[0], planes[1], planes[2], planes[2], new int[grid.Count], [.. Enumerable.Repeat(true, grid.Count)]);

        ChromaPlanes actual = _networks.Color.Colorize(image, warped, TestContext.Current.CancellationToken);

        float[][] expected = [.. Npy.Floats("compact/ab.npy").Chunk(image.Size.Count)];
        AssertClose(expected[0], actual.A, ChromaTolerance);
        AssertClose(expected[1], actual.B, ChromaTolerance);
    }

    [Fact]
    public void Same_inputs_give_same_bytes_whatever_the_threads()
    {
        using NetworkSet other = NetworkSet.Open(CompactPack.Open(), ComputeDevice.Cpu, threads: 2, TestContext.Current.CancellationToken);

        float[] one = _networks.Features.Extract(Picture(), ImageRole.Target, TestContext.Current.CancellationToken).Match.Values;
        float[] two = other.Features.Extract(Picture(), ImageRole.Target, TestContext.Current.CancellationToken).Match.Values;

        Assert.Equal(one, two);
    }

    [Fact]
    public void Cancelled_runs_end_as_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => _networks.Features.Extract(Picture(), ImageRole.Target, cancelled));
    }

    [Fact]
    public void A_set_agrees_with_itself_in_the_device_check()
    {
        using var one = new PackNetworks(CompactPack.Open(), ComputeDevice.Cpu, 1, TestContext.Current.CancellationToken);
        using var other = new PackNetworks(CompactPack.Open(), ComputeDevice.Cpu, 2, TestContext.Current.CancellationToken);

        Assert.Null(DeviceCheck.Fault(one, other, 4, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _networks.Dispose();

    private static LabImage Picture()
    {
        var image = new LabImage(new GridSize(64, 32));
        Npy.Floats("compact/luminance.npy").CopyTo(image.L, 0);
        return image;
    }

    private static void AssertCells(string fixture, int step, FeatureGrid actual)
    {
        float[][] expected = [.. Npy.Floats(fixture).Chunk(actual.Channels)];
        Assert.Equal((actual.Size.Count + step - 1) / step, expected.Length);
        for (int i = 0; i < expected.Length; i++)
            AssertClose(expected[i], actual[i * step].ToArray(), VectorTolerance);
    }

    private static void AssertClose(float[] expected, float[] actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        float worst = expected.Zip(actual, (x, y) => float.IsNaN(y) ? float.PositiveInfinity : MathF.Abs(x - y)).Max();
        Assert.InRange(worst, 0f, tolerance);
    }
}
