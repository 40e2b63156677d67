using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SPColor.Core.Imaging;

/// <summary>
/// Weighted least squares along all lines of one direction at once: for each line the u that minimises
/// Σ c·(u − f)² + λ·Σ w·(u − next u)², by elimination and back substitution. Written without differences of weights (the pivot is
/// carried as what it exceeds the next link by), so that single precision suffices however small c is beside λ·w.
/// </summary>
/// <param name="layout">Of the lines.</param>
/// <param name="links">w of every position with the next; 0 at the end.</param>
/// <param name="memory">Rows of the system.</param>
internal sealed class LineSolver(LineLayout layout, Vector<float>[] links, LineSolver.Memory memory)
{
    private readonly int _count = layout.Count;

    /// <summary>Prepares <see cref="Solve"/>; holds until another solver that shares the memory does.</summary>
    /// <param name="lambda">λ ≥ 0.</param>
    /// <param name="trust">c of every position of the row-major plane, above 0; null: 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Factor(float lambda, float[]? trust)
    {
        (Vector<float>[] own, Vector<float>[] previous, Vector<float>[] next) = (memory.Own, memory.Previous, memory.Next);
        own.AsSpan(0, _count).Fill(Vector<float>.One);
        if (trust is not null)
            layout.Read(trust, own);
        int pitch = layout.Pitch;
        Vector<float> strength = new(lambda);
        Vector<float>[] shares = new Vector<float>[pitch];
        for (int first = 0; first < _count; first += pitch)
            for (int line = 0; line < pitch; line++)
            {
                int i = first + line;
                Vector<float> before = first == 0 ? Vector<float>.Zero : strength * links[i - pitch];
                Vector<float> after = strength * links[i];
                Vector<float> excess = Vector.MultiplyAddEstimate(before, shares[line], own[i]);
                Vector<float> inverse = Vector<float>.One / (excess + after);
                shares[line] = excess * inverse;
                own[i] *= inverse;
                previous[i] = before * inverse;
                next[i] = after * inverse;
            }
    }

    /// <summary>Replaces a row-major plane f by u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(float[] plane)
    {
        (Vector<float>[] own, Vector<float>[] previous, Vector<float>[] next, Vector<float>[] u) = (memory.Own, memory.Previous, memory.Next, memory.Values);
        layout.Read(plane, u);
        int pitch = layout.Pitch;
        for (int i = 0; i < pitch; i++)
            u[i] *= own[i];
        for (int i = pitch; i < _count; i++)
            u[i] = Vector.MultiplyAddEstimate(previous[i], u[i - pitch], own[i] * u[i]);
        for (int i = _count - pitch - 1; i >= 0; i--)
            u[i] = Vector.MultiplyAddEstimate(next[i], u[i + pitch], u[i]);
        layout.Write(u, plane);
    }

    /// <summary>Buffers for lines of either direction, one after the other; pooled, because fresh memory costs more than all that is computed in it.</summary>
    /// <param name="count">Vectors of the longer layout.</param>
    internal sealed class Memory(int count) : IDisposable
    {
        /// <summary>What the value itself counts.</summary>
        public Vector<float>[] Own { get; } = ArrayPool<Vector<float>>.Shared.Rent(count);

        /// <summary>What the line's previous value counts.</summary>
        public Vector<float>[] Previous { get; } = ArrayPool<Vector<float>>.Shared.Rent(count);

        /// <summary>What the line's next value counts.</summary>
        public Vector<float>[] Next { get; } = ArrayPool<Vector<float>>.Shared.Rent(count);

        /// <summary>The values.</summary>
        public Vector<float>[] Values { get; } = ArrayPool<Vector<float>>.Shared.Rent(count);

        /// <inheritdoc/>
        public void Dispose()
        {
            foreach (Vector<float>[] buffer in (Vector<float>[][])[Own, Previous, Next, Values])
                ArrayPool<Vector<float>>.Shared.Return(buffer);
        }
    }
}
