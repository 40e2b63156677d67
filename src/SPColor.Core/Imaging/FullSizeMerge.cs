namespace SPColor.Core.Imaging;

/// <summary>
/// Step 8: gives a picture of any size the colours found at working size. Luminance is the picture's own, whatever
/// its colours were; a* and b* come from the upsampler, are brought into sRGB and the picture's own space at constant L* and hue, and only then rounded.
/// Alpha is never written; transparent and unselected pixels stay byte for byte.
/// </summary>
/// <param name="upsampler">The colours and their guide.</param>
public sealed class FullSizeMerge(ChromaUpsampler upsampler)
{
    private readonly float _strength = 1;

    /// <summary>Chroma of the result relative to the upsampled colours: 0 gives a grey picture, 1 all colour.</summary>
    public float Strength
    {
        get => _strength;
        init => _strength = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Strength is 0…1.");
    }

    /// <summary>What may change; null: everything.</summary>
    public ISelection? Selection { get; init; }

    /// <summary>Most threads at once; −1: as many as there are processors. The result does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    /// <summary>Writes the whole result. A cancelled run leaves the sink partly written.</summary>
    /// <param name="source">The picture, at full size.</param>
    /// <param name="sink">Receives every row, in the source's format; may be the source itself.</param>
    /// <param name="progress">Receives the fraction done, 0…1, never falling, from worker threads.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public void Run(IPixelSource source, IPixelSink sink, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(sink);
        RowBands.Run(
            source.Size.Height,
            MaxDegreeOfParallelism,
            () => new MergeRow(source, sink, upsampler.For(source.Size), Selection, _strength),
            (row, y) => row.Merge(y),
            progress,
            cancellationToken);
    }

    /// <summary>
    /// Writes one part of the result on the calling thread, byte for byte as <see cref="Run"/> would: for hosts that ask tile by tile.
    /// </summary>
    /// <param name="full">Size of the whole picture.</param>
    /// <param name="part">The part, inside the picture. <see cref="Selection"/> has its rows and columns, not the whole picture's.</param>
    /// <param name="source">The part's own pixels.</param>
    /// <param name="sink">Receives the part's rows; may be the source itself.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public void RunPart(GridSize full, PixelRect part, IPixelSource source, IPixelSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(sink);
        if (source.Size != part.Size)
            throw new ArgumentException($"The source is {source.Size}, but the part {part.Size}.", nameof(source));
        MergeRow row = new(source, sink, upsampler.For(full, part), Selection, _strength);
        for (int y = 0; y < part.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            row.Merge(y);
        }
    }
}
