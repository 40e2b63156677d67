using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Inference.Sessions;
using SPColor.PdnEffect.Worker;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Pictures;
using PipelineEngine = SPColor.Worker.Colorizing.Engine;

namespace SPColor.PdnEffect.Tests.Worker;

/// <summary>With spcolor itself and the compact pack.</summary>
public sealed class RealWorkerTests
{
    private const int Side = 256, Areas = 12;

    private static readonly WorkerLaunch _launch = new(Fake.Executable("spcolor"), "cpu");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_pair_comes_back_byte_for_byte_as_from_the_pipeline_in_process()
    {
        LabImage target = Sample("harbour-target.png"), reference = Sample("harbour-reference.png");
        var pairing = new AssignmentFile("compact", Areas, CategoryAssignment.Automatic.WithTarget(1, TargetChoice.LeaveGrey));
        ColorizationResult expected = InProcess(target, reference, pairing);
        await using var client = new WorkerClient(_launch, Fake.Patient);

        WorkerPicture t = await client.PrepareAsync(target, ImageRole.Target, null, Stop);
        WorkerPicture r = await client.PrepareAsync(reference, ImageRole.Reference, null, Stop);
        ColorizeReply reply = await client.ColorizeAsync(t, [r], pairing, null, Stop);
        PictureAreas areas = await client.FindAreasAsync(t, Areas, Stop);

        Assert.Equal(expected.Chroma.A, reply.Chroma.A);
        Assert.Equal(expected.Chroma.B, reply.Chroma.B);
        Assert.Equal(expected.Warped.Similarity, reply.MatchStrength);
        Assert.Equal(expected.TargetClasses.Ids, reply.TargetClasses.Ids);
        Assert.Equal(expected.TargetClasses.Confidence, reply.TargetClasses.Confidence);
        Assert.Equal(expected.ReferenceClasses[0].Ids, reply.ReferenceClasses[0].Ids);
        Assert.Equal(expected.Blocks.Notes, reply.Notes);
        var pairs = expected.Blocks.Sources;
        Assert.All(reply.Matches, match => Assert.Equal(pairs[match.ClassId], match.Sources));
        Assert.Equal(expected.TargetClasses.Ids, areas.Map.Ids);
        Assert.Equal(pairs.Keys.Order(), areas.Areas.Select(area => area.ClassId).Order());
    }

    [Fact]
    public async Task Killed_at_its_work_it_is_replaced_and_the_bytes_are_the_same()
    {
        LabImage target = Sample("harbour-target.png"), reference = Sample("harbour-reference.png");
        var pairing = new AssignmentFile("compact", Areas, CategoryAssignment.Automatic);
        await using var client = new WorkerClient(_launch, Fake.Patient);
        WorkerPicture t = await client.PrepareAsync(target, ImageRole.Target, null, Stop);
        WorkerPicture r = await client.PrepareAsync(reference, ImageRole.Reference, null, Stop);
        float[] expected = (await client.ColorizeAsync(t, [r], pairing, null, Stop)).Chroma.A;
        int first = client.ProcessId!.Value;
        using (var process = System.Diagnostics.Process.GetProcessById(first))
            process.Kill();

        ColorizeReply reply = await client.ColorizeAsync(t, [r], pairing, null, Stop);

        Assert.Equal(expected, reply.Chroma.A);
        Assert.NotEqual(first, client.ProcessId);
    }

    [Fact]
    public async Task A_pack_that_is_not_there_is_named()
    {
        await using var client = new WorkerClient(_launch with { More = ["--pack", "nowhere"] }, Fake.Patient);

        var failure = await Assert.ThrowsAsync<SPColorException>(() => client.StartAsync(Stop));

        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_pack_is_named_with_its_file_and_cure_and_read_again_once_it_is_mended()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("spcolor-pack-");
        try
        {
            string pack = root.CreateSubdirectory("Bücher 画像").FullName, file = Path.Combine(pack, "features.onnx");
            foreach (string path in Directory.EnumerateFiles(ModelPacks.Installed.Locate("compact")))
                File.Copy(path, Path.Combine(pack, Path.GetFileName(path)));
            byte[] sound = File.ReadAllBytes(file), damaged = [.. sound];
            damaged[^1] ^= 1;
            File.WriteAllBytes(file, damaged);
            await using var client = new WorkerClient(_launch with { More = ["--pack", pack] }, Fake.Patient);

            var failure = await Assert.ThrowsAsync<SPColorException>(() => client.StartAsync(Stop));
            File.WriteAllBytes(file, sound);

            Assert.Contains(file, failure.Message, StringComparison.Ordinal);
            Assert.Contains("reinstall", failure.Message, StringComparison.Ordinal);
            Assert.Equal("compact", (await client.StartAsync(Stop)).Pack);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_pairing_of_another_pack_is_refused()
    {
        await using var client = new WorkerClient(_launch, Fake.Patient);
        WorkerPicture t = await client.PrepareAsync(Fake.Picture(), ImageRole.Target, null, Stop);

        var failure = await Assert.ThrowsAsync<SPColorException>(() => client.ColorizeAsync(t, [t], Fake.Pairing, null, Stop));

        Assert.Contains("'fake'", failure.Message, StringComparison.Ordinal);
    }

    private static ColorizationResult InProcess(LabImage target, LabImage reference, AssignmentFile pairing)
    {
        using PipelineEngine engine = PipelineEngine.Open(new EngineChoice("compact", ComputeDevice.Cpu), Stop);
        PreparedImage t = engine.Pipeline.Prepare(target, ImageRole.Target, null, Stop);
        PreparedImage r = engine.Pipeline.Prepare(reference, ImageRole.Reference, null, Stop);
        return engine.Pipeline.Colorize(t, [r], new ColorizationOptions(pairing.Areas, pairing.Assignment), null, Stop);
    }

    private static LabImage Sample(string name)
    {
        PixelBuffer pixels = ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "Samples", name), Stop).Pixels;
        return WorkingImageReader.Read(pixels, WorkingSize.Fit(pixels.Size, Side, longMayGrow: true), null, Stop);
    }
}
