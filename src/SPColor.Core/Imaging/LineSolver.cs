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
internal sealed class LineSolver(LineLayout layout, Vector<float>[] links)
{
    private readonly Vector<float>[] _own = layout.Allocate();
    private readonly Vector<float>[] _previous = layout.Allocate();
    private readonly Vector<float>[] _next = layout.Allocate();
    private readonly Vector<float>[] _values = layout.Allocate();

    /// <summary>Prepares <see cref="Solve"/>.</summary>
    /// <param name="lambda">λ ≥ 0.</param>
    /// <param name="trust">c of every position of the row-major plane, above 0; null: 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Factor(float lambda, float[]? trust)
    {
        Array.Fill(_own, Vector<float>.One);
        if (trust is not null)
            layout.Read(trust, _own);
        int pitch = layout.Pitch;
        Vector<float> strength = new(lambda);
        Vector<float>[] excess = new Vector<float>[pitch];
        for (int i = 0; i < _own.Length; i++)
        {
            ref Vector<float> share = ref excess[i % pitch];
            Vector<float> before = i < pitch ? Vector<float>.Zero : strength * links[i - pitch];
            Vector<float> after = strength * links[i];
            Vector<float> above = Vector.MultiplyAddEstimate(before, share, _own[i]);
            Vector<float> inverse = Vector<float>.One / (above + after);
            share = above * inverse;
            _own[i] *= inverse;
            _previous[i] = before * inverse;
            _next[i] = after * inverse;
        }
    }

    /// <summary>Replaces a row-major plane f by u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(float[] plane)
    {
        layout.Read(plane, _values);
        int pitch = layout.Pitch;
        for (int i = 0; i < pitch; i++)
            _values[i] *= _own[i];
        for (int i = pitch; i < _values.Length; i++)
            _values[i] = Vector.MultiplyAddEstimate(_previous[i], _values[i - pitch], _own[i] * _values[i]);
        for (int i = _values.Length - pitch - 1; i >= 0; i--)
            _values[i] = Vector.MultiplyAddEstimate(_next[i], _values[i + pitch], _values[i]);
        layout.Write(_values, plane);
    }
}
