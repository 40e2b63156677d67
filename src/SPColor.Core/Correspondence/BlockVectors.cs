using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Correspondence;

/// <summary>The vectors of one side as the product wants them: as they are, or centred per block and of unit length (spcolor.md §1.8 steps 2–3).</summary>
internal sealed class BlockVectors
{
    /// <summary>The published code's guard: a zero vector stays zero.</summary>
    private const float UnitEpsilon = 2.2e-16f;

    private readonly float[] _features;
    private readonly int _channels;
    private readonly float[]?[] _means;

    /// <summary>Computes the block means where <paramref name="centre"/> asks for them.</summary>
    public BlockVectors(float[] features, int channels, BlockIndex index, bool centre, ParallelOptions options)
    {
        _features = features;
        _channels = channels;
        Index = index;
        _means = new float[]?[index.BlockCount];
        if (centre)
            Parallel.For(0, index.BlockCount, options, block => _means[block] = Mean(index.Cells(block), options.CancellationToken));
    }

    /// <summary>Which cells belong to which block.</summary>
    public BlockIndex Index { get; }

    /// <summary>Writes the vector of one cell.</summary>
    public void Read(int cell, int block, Span<float> vector)
    {
        ReadOnlySpan<float> raw = _features.AsSpan(cell * _channels, _channels);
        if (_means[block] is not { } mean)
        {
            raw.CopyTo(vector);
            return;
        }

        VectorMath.Subtract(raw, mean, vector);
        VectorMath.MakeUnit(vector, UnitEpsilon);
    }

    /// <summary>
    /// The mean vector. Sums are in double so that equal vectors minus their mean are exactly zero: with a rounded mean the
    /// unit normalisation would blow the rounding error up to a direction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] Mean(ReadOnlySpan<int> cells, CancellationToken cancellationToken)
    {
        double[] sums = new double[_channels];
        Span<Vector<double>> wideSums = MemoryMarshal.Cast<double, Vector<double>>(sums);
        int wide = _channels / Vector<float>.Count;
        foreach (int cell in cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<float> vector = _features.AsSpan(cell * _channels, _channels);
            ReadOnlySpan<Vector<float>> wideVector = MemoryMarshal.Cast<float, Vector<float>>(vector);
            for (int i = 0; i < wide; i++)
            {
                Vector.Widen(wideVector[i], out Vector<double> low, out Vector<double> high);
                wideSums[2 * i] += low;
                wideSums[(2 * i) + 1] += high;
            }

            for (int i = wide * Vector<float>.Count; i < _channels; i++)
                sums[i] += vector[i];
        }

        int count = cells.Length;
        return Array.ConvertAll(sums, sum => (float)(sum / count));
    }
}
