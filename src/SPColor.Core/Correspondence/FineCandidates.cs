using System.Numerics;
using System.Runtime.InteropServices;

namespace SPColor.Core.Correspondence;

/// <summary>The distinct reference cells that some target cells look at; one per thread.</summary>
/// <param name="referenceCount">Number of reference cells.</param>
internal sealed class FineCandidates(int referenceCount)
{
    private readonly int[] _addedIn = new int[referenceCount];
    private readonly List<int> _cells = [];
    private float[] _products = [];
    private int _turn;

    /// <summary>The cells, in the order in which they were added first.</summary>
    public ReadOnlySpan<int> Cells => CollectionsMarshal.AsSpan(_cells);

    /// <summary>Room for a number of each cell and more up to whole vectors.</summary>
    public Span<float> Products
    {
        get
        {
            int length = (_cells.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
            if (_products.Length < length)
                _products = new float[2 * length];
            return _products.AsSpan(0, length);
        }
    }

    /// <summary>Forgets all cells.</summary>
    public void Clear()
    {
        _turn++;
        _cells.Clear();
    }

    /// <summary>Adds a cell unless it is there.</summary>
    public void Add(int cell)
    {
        if (_addedIn[cell] == _turn)
            return;
        _addedIn[cell] = _turn;
        _cells.Add(cell);
    }
}
