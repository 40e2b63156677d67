using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Rendering;

namespace SPColor.PdnEffect.Settings;

/// <summary>
/// Ctrl+F: the last settings on this layer of this document, without a dialog. Pairing rules apply where the areas exist; what did
/// not apply is said (users.md §2.7, 22).
/// </summary>
internal static class RepeatRun
{
    /// <summary>Colours the active layer. Foreseeable failures are messages, and then there is no result.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<RepeatOutcome> RunAsync(
        SPColorSettings settings, LayerStack layers, SelectionMask? selection, IColorEngine engine, CancellationToken cancellationToken)
    {
        try
        {
            ResolvedReferences resolved = ResolvedReferences.Of(settings, layers);
            IReadOnlyList<IReference> references = resolved.References.Count > 0
                ? resolved.References
                : [ReferenceDefault.Find(layers, cancellationToken)];
            PixelRect? box = settings.BoxIn(SelectionBox.Of(selection, layers.Active.Pixels.Size));
            using ColoringSession session = new(engine, layers.Active);
            SessionResult result = await session.RunAsync(
                new SessionRequest(references, settings.Side, settings.Border, box, settings.Areas, resolved.Assignment), new NoProgress(), cancellationToken)
                .ConfigureAwait(false);
            return new RepeatOutcome(
                new RenderedResult(layers.Active.Pixels.Size, result.Upsampler, settings.Strength, selection, null),
                [.. resolved.Missing, .. result.Answer.Notes.Select(Words.Note)]);
        }
        catch (SPColorException failure)
        {
            return new RepeatOutcome(null, [failure.Message]);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return new RepeatOutcome(null, [Words.Defect(defect)]);
        }
    }

    private sealed class NoProgress : IProgress<SessionProgress>
    {
        public void Report(SessionProgress value)
        {
        }
    }
}

/// <summary>What Ctrl+F gives.</summary>
/// <param name="Result">Null: the layer stays as it is.</param>
/// <param name="Messages">What did not apply, or why there is no result; may be empty.</param>
internal sealed record RepeatOutcome(RenderedResult? Result, IReadOnlyList<string> Messages);
