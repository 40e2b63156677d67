using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Tests.Fakes;

/// <summary>Areas are bands of lightness; an area's colour says which reference area it came from.</summary>
internal sealed class FakeEngine : IColorEngine
{
    public const int Stride = 4;

    private readonly List<string> _calls = [];

    public event Action<string>? News;

    /// <summary>Every call so far, in words.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    /// <summary>Runs before a call goes on: may wait, or throw.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What was looked at of the target, last.</summary>
    public SeenPart? Seen { get; private set; }

    public string Device { get; set; } = "CPU: because this is a test";

    public void Say(string text) => News?.Invoke(text);

    public void Forget()
    {
        lock (_calls)
            _calls.Clear();
    }

    public async Task<EngineFacts> StartAsync(CancellationToken cancellationToken)
    {
        await Before("start", cancellationToken);
        return new EngineFacts(Device, "fake", 4, true);
    }

    public async Task<EnginePicture> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress> progress, CancellationToken cancellationToken)
    {
        await NoteAsync(role == ImageRole.Target ? "prepare target" : "prepare reference", cancellationToken);
        if (role == ImageRole.Target)
            Seen = image.Seen;
        progress.Report(new ColorizationProgress(ColorizationStage.Features, 0.5f));
        return new EnginePicture(image);
    }

    public async Task<PictureAreas> FindAreasAsync(EnginePicture picture, int areas, CancellationToken cancellationToken)
    {
        await NoteAsync($"areas {areas}", cancellationToken);
        ClassMap map = Map(picture, areas);
        return new PictureAreas(map, ClassSummary.Describe(map, picture.Image));
    }

    public async Task<ColorAnswer> ColorizeAsync(
        ColorQuestion question, IProgress<ColorizationProgress> progress, CancellationToken cancellationToken)
    {
        await NoteAsync("colorize", cancellationToken);
        progress.Report(new ColorizationProgress(ColorizationStage.Color, 0.5f));
        ClassMap target = Map(question.Target, question.Areas);
        ClassMap[] references = [.. question.References.Select(reference => Map(reference, question.Areas))];
        BlockAssignment blocks = question.Assignment.Apply(target, references);
        bool[] related = Array.ConvertAll(blocks.TargetBlock, block => block >= 0);
        float[] strength = Array.ConvertAll(related, isRelated => isRelated ? 0.75f : 0);
        GridSize size = question.Target.Image.Size;
        float[] a = new float[size.Count];
        for (int pixel = 0; pixel < a.Length; pixel++)
        {
            int cell = size.CellOf(pixel, target.Size);
            a[pixel] = question.Assignment.Target(target.Ids[cell]).Kind == TargetChoiceKind.LeaveGrey ? 0 : related[cell] ? 5 + (5 * blocks.Matches[blocks.TargetBlock[cell]][0]) : -20;
        }

        ChromaPlanes chroma = new(size, a, new float[a.Length]);
        WarpedColor warped = WarpedColor.Unrelated(target.Size) with { Similarity = strength, BestCosine = strength, Related = related };
        ColorizationResult result = new(target, references, blocks, warped, chroma);
        IReadOnlyDictionary<int, IReadOnlyList<AreaName>> sources = result.Blocks.Sources;
        return new ColorAnswer(
            chroma,
            new MatchMap(target.Size, strength, related),
            sources,
            sources.Keys.ToDictionary(id => id, id => result.MatchStrength(id)),
            blocks.Notes,
            Device);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ClassMap Map(EnginePicture picture, int areas)
    {
        GridSize cells = picture.Image.Size.AtStride(Stride);
        int[] ids = [.. Enumerable.Range(0, cells.Count).Select(cell => Band(picture.Image, cells, cell, areas))];
        return new ClassMap(cells, ids, [.. Enumerable.Repeat(1f, ids.Length)], areas);
    }

    private static int Band(LabImage image, GridSize cells, int cell, int areas)
    {
        int pixel = (((cell / cells.Width * Stride) + 2) * image.Size.Width) + (cell % cells.Width * Stride) + 2;
        return image.Coverage[pixel] == 0 ? ClassMap.None : Math.Min(areas - 1, (int)(image.L[pixel] * areas / 100));
    }

    private async Task NoteAsync(string call, CancellationToken cancellationToken)
    {
        lock (_calls)
            _calls.Add(call);
        await Before(call, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
