using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests;

/// <summary>Steps 1–7 with the compact pack and either form of step 6.</summary>
public sealed class PipelineFormsTests
{
    /// <summary>
    /// CIELAB units of the final a* and b*: a fiftieth of what an eye can tell apart. Step 6 may differ by 0.0128 (1e-4 of 128), and the
    /// colour network passes differences on about as they are.
    /// </summary>
    private const float Tolerance = 0.02f;

    [Fact]
    public void The_form_of_the_correspondence_does_not_show()
    {
        ModelPack pack = CompactPack.Open();
        using NetworkSet networks = NetworkSet.Open(pack, ComputeDevice.Cpu, threads: 1, TestContext.Current.CancellationToken);
        using var graph = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);

        ColorizationResult blocks = Run(pack, networks, networks.Correspondence);
        ColorizationResult graphs = Run(pack, networks, graph);

        Assert.IsType<NetworkSet>(networks.Correspondence);
        Assert.Contains(blocks.Warped.A, value => MathF.Abs(value) > 10);
        Assert.Contains(blocks.Chroma.A, value => MathF.Abs(value) > 5);
        Assert.InRange(Worst(blocks.Chroma.A, graphs.Chroma.A), 0, Tolerance);
        Assert.InRange(Worst(blocks.Chroma.B, graphs.Chroma.B), 0, Tolerance);
    }

    private static float Worst(float[] x, float[] y) => x.Zip(y, (a, b) => MathF.Abs(a - b)).Max();

    private static ColorizationResult Run(ModelPack pack, NetworkSet networks, ICorrespondence correspondence)
    {
        var pipeline = new ColorizationPipeline(pack.Facts, networks.Features, networks.Segmenter, correspondence, networks.Color);
        CancellationToken token = TestContext.Current.CancellationToken;
        PreparedImage Prepare(int seed, ImageRole role) => pipeline.Prepare(Scene(seed), SeenPart.Whole(Scene(seed).Size), role, 128, null, token);
        var assignment = CategoryAssignment.Automatic.WithTarget(1, TargetChoice.LeaveGrey);
        return pipeline.Colorize(
            Prepare(0, ImageRole.Target), [Prepare(1, ImageRole.Reference), Prepare(2, ImageRole.Reference)], new(null, assignment), null, token);
    }

    /// <summary>Sky over hills over a field, with a red ball; each seed has its own places and colours.</summary>
    private static PixelBuffer Scene(int seed)
    {
        var picture = new PixelBuffer(new GridSize(210, 150), PixelFormat.Rgba8);
        for (int i = 0; i < picture.Size.Count; i++)
        {
            int x = i % picture.Size.Width, y = i / picture.Size.Width;
            double ridge = 60 + (10 * seed) + (14 * Math.Sin((x * 0.05) + seed));
            bool ball = Math.Pow(x - 60 - (30 * seed), 2) + Math.Pow(y - 105, 2) < 700;
            int grain = ((x * 7919) ^ (y * 104729)) % 23;
            (int r, int g, int b) = ball ? (210, 40, 30) : y < ridge ? (110 + (y / 2), 160 + (y / 3), 235) : y < ridge + 25 ? (60, 90, 50 + (10 * seed)) : (120, 170, 60);
            picture.Bytes[4 * i] = (byte)Math.Min(255, r + grain);
            picture.Bytes[(4 * i) + 1] = (byte)Math.Min(255, g + grain);
            picture.Bytes[(4 * i) + 2] = (byte)Math.Min(255, b + grain);
            picture.Bytes[(4 * i) + 3] = byte.MaxValue;
        }

        return picture;
    }
}
