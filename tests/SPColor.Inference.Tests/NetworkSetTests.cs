using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Networks;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests;

/// <summary>An adapter that fails in the middle of a run. The stand-in is the processor under an adapter's name.</summary>
public sealed class NetworkSetTests : IDisposable
{
    private static readonly ComputeDevice Adapter = new(ComputeKind.DirectML, 0, "GPU 0");

    private readonly ModelPack _pack = CompactPack.Open();
    private readonly StandIn _adapter;
    private readonly NetworkSet _set;
    private int _processors;

    public NetworkSetTests()
    {
        _adapter = new StandIn(new PackNetworks(_pack, ComputeDevice.Cpu, 1, CancellationToken.None));
        _set = new NetworkSet(Open, Adapter, _pack.MatchStride, CancellationToken.None);
    }

    [Fact]
    public void A_sound_adapter_does_all_the_work()
    {
        Colorize(_set);

        Assert.Equal(4, _adapter.Steps);
        Assert.Equal(0, _processors);
        Assert.Same(Adapter, _set.Device);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_failure_in_any_step_ends_on_the_processor_with_the_reason(int step)
    {
        float[] expected = Colorize(_set).Chroma.A;
        _adapter.FailAt = _adapter.Steps + step;

        float[] actual = Colorize(_set).Chroma.A;

        Assert.Equal(expected, actual);
        Assert.Equal(4 + step, _adapter.Steps);
        Assert.Equal((1, 1), (_processors, _adapter.Resets));
        Assert.Equal("CPU (because GPU 0 failed: device removed)", _set.Device.ToString());
    }

    [Fact]
    public void The_next_run_tries_the_adapter_again()
    {
        _adapter.FailAt = 1;
        Colorize(_set);

        _set.BeginRun(TestContext.Current.CancellationToken);

        Assert.Same(Adapter, _set.Device);
        int before = _adapter.Steps;
        Colorize(_set);
        Assert.Equal(before + 4, _adapter.Steps);
    }

    [Fact]
    public void An_adapter_that_is_still_lost_or_computes_wrongly_is_not_used()
    {
        _adapter.FailAt = 1;
        Colorize(_set);

        _adapter.Offset = 5;
        _set.BeginRun(TestContext.Current.CancellationToken);

        Assert.StartsWith("CPU (because GPU 0 computes wrongly (", _set.Device.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_adapter_that_fails_twice_in_a_row_is_left_alone_and_a_good_run_between_counts()
    {
        for (int failures = 0; failures < 3; failures++)
        {
            Fail();
            _set.BeginRun(TestContext.Current.CancellationToken);
            Assert.Same(Adapter, _set.Device);
            Colorize(_set);
            _set.BeginRun(TestContext.Current.CancellationToken);
        }

        Fail();
        _set.BeginRun(TestContext.Current.CancellationToken);
        Fail();
        int before = _adapter.Steps;
        _set.BeginRun(TestContext.Current.CancellationToken);

        Assert.Equal(before, _adapter.Steps);
        Assert.Equal(ComputeKind.Cpu, _set.Device.Kind);

        void Fail()
        {
            _adapter.FailAt = _adapter.Steps + 1;
            Colorize(_set);
        }
    }

    [Fact]
    public void A_failure_of_the_processor_is_told()
    {
        using var set = new NetworkSet((_, _) => new StandIn(null!) { FailAt = 1 }, ComputeDevice.Cpu, 4, CancellationToken.None);

        Assert.Throws<DeviceFailureException>(() => set.Features.Extract(Picture(), ImageRole.Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Each_kind_of_device_has_its_form_of_the_correspondence()
    {
        using var processor = new PackNetworks(_pack, ComputeDevice.Cpu, 1, CancellationToken.None);
        using var adapter = new PackNetworks(_pack, Adapter, 1, CancellationToken.None);

        Assert.IsType<SemanticCorrespondence>(processor.Correspondence);
        Assert.IsType<OnnxCorrespondence>(adapter.Correspondence);
    }

    public void Dispose() => _set.Dispose();

    private static LabImage Picture()
    {
        var image = new LabImage(new GridSize(64, 32));
        for (int i = 0; i < image.L.Length; i++)
            (image.L[i], image.A[i], image.B[i]) = (i * 37 % 100, 30, -20);
        return image;
    }

    /// <summary>Four steps on the device: features of both pictures, correspondence, colour. A shared backbone's segmentation is none.</summary>
    private ColorizationResult Colorize(NetworkSet networks)
    {
        var pipeline = new ColorizationPipeline(_pack.Facts, networks.Features, networks.Segmenter, networks.Correspondence, networks.Color);
        PreparedImage reference = pipeline.Prepare(Picture(), ImageRole.Reference, null, TestContext.Current.CancellationToken);
        PreparedImage target = pipeline.Prepare(Picture(), ImageRole.Target, null, TestContext.Current.CancellationToken);
        return pipeline.Colorize(target, [reference], ColorizationOptions.Default, null, TestContext.Current.CancellationToken);
    }

    private IDeviceNetworks Open(ComputeDevice device, CancellationToken cancellationToken)
    {
        if (device.Kind == ComputeKind.DirectML)
            return _adapter;
        _processors++;
        return new PackNetworks(_pack, device, 1, cancellationToken);
    }

    private sealed class StandIn(IDeviceNetworks real) : IDeviceNetworks, IFeatureExtractor, ISegmenter, ICorrespondence, IColorNetwork
    {
        public int Steps { get; private set; }

        public int FailAt { get; set; }

        public int Resets { get; private set; }

        public float Offset { get; set; }

        public ComputeDevice Device => Adapter;

        public IFeatureExtractor Features => this;

        public ISegmenter Segmenter => this;

        public ICorrespondence Correspondence => this;

        public IColorNetwork Color => this;

        public ImageFeatures Extract(LabImage image, ImageRole role, CancellationToken cancellationToken)
        {
            Step();
            return real.Features.Extract(image, role, cancellationToken);
        }

        public FeatureGrid Segment(LabImage image, ImageFeatures features, CancellationToken cancellationToken) =>
            real.Segmenter.Segment(image, features, cancellationToken);

        public WarpedColor Warp(CorrespondenceProblem problem, CancellationToken cancellationToken)
        {
            Step();
            return real.Correspondence.Warp(problem, cancellationToken);
        }

        public ChromaPlanes Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken)
        {
            Step();
            ChromaPlanes planes = real.Color.Colorize(target, warped, cancellationToken);
            planes.A[0] += Offset;
            return planes;
        }

        public void Reset() => Resets++;

        public void Dispose() => real?.Dispose();

        private void Step()
        {
            if (++Steps == FailAt)
                throw new DeviceFailureException(Adapter, "device removed");
        }
    }
}
