using System.Numerics.Tensors;
using SPColor.Core.Correspondence;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Correspondence;

/// <summary>Step 6 as a generated ONNX graph: the form for graphics adapters (spcolor.md §6 B).</summary>
public sealed class OnnxCorrespondence : ICorrespondence, IDisposable
{
    /// <summary>How far β lies above what the largest product can make up for: a foreign cell weighs at most e⁻⁴⁰.</summary>
    private const float Margin = 40f;

    // Two working sizes and one to change to.
    private const int KeptSessions = 3;

    private readonly SessionFactory _factory;
    private readonly SessionCache<(CorrespondenceShape Shape, float Temperature)> _sessions = new(KeptSessions);

    /// <summary>Makes no session yet.</summary>
    /// <param name="device">Device that the graph runs on.</param>
    /// <param name="threads">Threads inside one operator on the processor; 0: one for each core.</param>
    public OnnxCorrespondence(ComputeDevice device, int threads = 0)
        : this(new SessionFactory(device, threads))
    {
    }

    /// <summary>Makes no session yet.</summary>
    /// <param name="factory">Makes the sessions.</param>
    internal OnnxCorrespondence(SessionFactory factory) => _factory = factory;

    /// <inheritdoc/>
    /// <exception cref="DeviceFailureException">The graphics adapter failed.</exception>
    public WarpedColor Warp(CorrespondenceProblem problem, CancellationToken cancellationToken)
    {
        var shape = CorrespondenceShape.Of(problem);
        bool[] related = BlockMatrices.Related(problem);
        float[] target = Vectors(
            problem.TargetFeatures, problem.TargetBlock, problem.Matches.Length, shape.PaddedTarget, problem, cancellationToken);
        float[] reference = Vectors(
            problem.ReferenceFeatures, problem.ReferenceBlock, problem.ReferenceBlockCount, shape.Columns, problem, cancellationToken);
        float longest = Longest(target, shape.Channels) * Longest(reference, shape.Channels);
        var result = new WarpedRows(problem, related, Beta: (2 * longest / problem.Settings.Temperature) + Margin);
        Match(shape, result, target, reference, cancellationToken);
        return result.Warped;
    }

    /// <inheritdoc/>
    public void Dispose() => _sessions.Dispose();

    /// <summary>Drops the adapter's sessions; the next run makes them again.</summary>
    internal void Reset() => _sessions.Clear();

    private void Match(CorrespondenceShape shape, WarpedRows result, float[] target, float[] reference, CancellationToken cancellationToken)
    {
        CorrespondenceProblem problem = result.Problem;
        float[] targetBlocks = BlockMatrices.OneHot(problem.TargetBlock, shape.PaddedTarget, shape.Width, result.Beta);
        var referenceInput = new NamedTensor("reference", [shape.Columns, shape.Channels], reference);
        var referenceBlocks = new NamedTensor("reference_blocks", [shape.Columns, shape.Width], BlockMatrices.Serving(problem, shape));
        var values = new NamedTensor("values", [shape.Columns, 3], Values(problem, shape.Columns));
        var warped = NamedTensor.Create("warped", shape.Rows, 3);
        var best = NamedTensor.Create("best", shape.Rows, 1);
        var match = NamedTensor.Create("match", shape.Rows, 1);
        for (int tile = 0; tile < shape.Tiles; tile++)
        {
            int first = tile * shape.Rows;
            int count = Math.Min(shape.Rows, problem.Size.Count - first);
            if (count <= 0 || !result.AnyRelated(first, count))
                continue;
            NamedTensor[] inputs =
            [
                new("target", [shape.Rows, shape.Channels], Rows(target, first, shape.Rows, shape.Channels)),
                new("target_blocks", [shape.Rows, shape.Width], Rows(targetBlocks, first, shape.Rows, shape.Width)),
                referenceInput,
                referenceBlocks,
                values,
            ];
            _sessions.Use(
                (shape with { Tiles = 1 }, problem.Settings.Temperature),
                () => _factory.Create(
                    CorrespondenceGraph.Matching(shape.Rows, shape.Columns, shape.Channels, shape.Width, problem.Settings.Temperature),
                    [],
                    cancellationToken),
                session => session.Run(inputs, [warped, best, match], cancellationToken));
            result.Store(first, count, warped.Values, best.Values, match.Values);
        }
    }

    /// <summary>
    /// Vectors to multiply, with zeros for padding. Centring is the processor's, in double: means of a graph's single precision leave rounding
    /// errors of equal vectors, which unit length would blow up to directions.
    /// </summary>
    private static float[] Vectors(
        float[] features, int[] blocks, int blockCount, int count, CorrespondenceProblem problem, CancellationToken cancellationToken)
    {
        int length = checked(count * problem.Channels);
        return Padded(
            problem.Settings.CentrePerBlock
                ? BlockCentring.Centre(features, problem.Channels, blocks, blockCount, cancellationToken)
                : features,
            length);
    }

    private static float[] Padded(float[] values, int length)
    {
        if (values.Length == length)
            return values;
        float[] padded = new float[length];
        values.CopyTo(padded, 0);
        return padded;
    }

    private static float[] Rows(float[] values, int first, int count, int width) =>
        values.Length == count * width ? values : values[(first * width)..((first + count) * width)];

    private static float[] Values(CorrespondenceProblem problem, int columns)
    {
        float[] values = new float[columns * 3];
        for (int i = 0; i < problem.ReferenceCount; i++)
        {
            values[3 * i] = problem.ReferenceA[i];
            values[(3 * i) + 1] = problem.ReferenceB[i];
            values[(3 * i) + 2] = problem.ReferenceConfidence[i];
        }

        return values;
    }

    private static float Longest(float[] vectors, int channels)
    {
        float longest = 0;
        for (int start = 0; start < vectors.Length; start += channels)
            longest = MathF.Max(longest, TensorPrimitives.Norm<float>(vectors.AsSpan(start, channels)));
        return longest;
    }
}
