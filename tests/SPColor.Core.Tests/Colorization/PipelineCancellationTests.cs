using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Colorization;

public sealed class PipelineCancellationTests
{
    private static readonly PixelBuffer _picture = Picture();

    [Theory]
    [InlineData(ColorizationStage.WorkingSize)]
    [InlineData(ColorizationStage.Features)]
    [InlineData(ColorizationStage.Segmentation)]
    [InlineData(ColorizationStage.Areas)]
    [InlineData(ColorizationStage.Assignment)]
    [InlineData(ColorizationStage.Correspondence)]
    [InlineData(ColorizationStage.Color)]
    [InlineData(ColorizationStage.Merge)]
    public void Cancelling_in_a_stage_ends_before_the_next_one(ColorizationStage stage)
    {
        using var source = new CancellationTokenSource();
        var log = new StageLog(at => { if (at == stage) source.Cancel(); });

        Assert.ThrowsAny<OperationCanceledException>(() => RunAll(log, source.Token));

        Assert.Equal(stage, log.Last);
    }

    [Fact]
    public void Every_stage_is_reported_in_order_and_never_backwards()
    {
        var log = new StageLog(_ => { });

        RunAll(log, TestContext.Current.CancellationToken);

        Assert.Equal(Enum.GetValues<ColorizationStage>(), log.Seen);
    }

    private static void RunAll(StageLog log, CancellationToken cancellationToken)
    {
        // The stages between the pictures come twice; the log looks at the target's.
        ColorizationPipeline pipeline = new FakeNetworks().Pipeline();
        PreparedImage reference = pipeline.Prepare(_picture, SeenPart.Whole(_picture.Size), ImageRole.Reference, 32, null, CancellationToken.None);
        PreparedImage target = pipeline.Prepare(_picture, SeenPart.Whole(_picture.Size), ImageRole.Target, 32, log, cancellationToken);
        ColorizationResult result = pipeline.Colorize(target, [reference], ColorizationOptions.Default, log, cancellationToken);
        ColorizationPipeline.Merge(_picture, new PixelBuffer(_picture.Size, _picture.Format), target, result.Chroma, 1, log, cancellationToken);
    }

    private static PixelBuffer Picture()
    {
        var picture = new PixelBuffer(new GridSize(300, 400), PixelFormat.Rgba8);
        for (int i = 0; i < picture.Bytes.Length; i++)
            picture.Bytes[i] = i % 4 == 3 ? byte.MaxValue : (byte)(i * 7 % 251);
        return picture;
    }

    private sealed class StageLog(Action<ColorizationStage> seen) : IProgress<ColorizationProgress>
    {
        private readonly Lock _lock = new();
        private float _fraction;

        public List<ColorizationStage> Seen { get; } = [];

        public ColorizationStage Last => Seen[^1];

        public void Report(ColorizationProgress value)
        {
            lock (_lock)
            {
                if (Seen.Count == 0 || value.Stage != Last)
                {
                    Assert.True(Seen.Count == 0 || value.Stage > Last);
                    Seen.Add(value.Stage);
                    _fraction = 0;
                }
                Assert.True(value.Fraction >= _fraction);
                _fraction = value.Fraction;
            }
            seen(value.Stage);
        }
    }
}
