using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>Running sums over the cells and pixels of one area; it has a cell where it has a position.</summary>
internal sealed class ClassTally
{
    private int _left = int.MaxValue;
    private int _top = int.MaxValue;
    private int _right = int.MinValue;
    private int _bottom = int.MinValue;
    private int _cells;
    private double _confidence;
    private double _coverage;
    private double _l;
    private double _a;
    private double _b;

    /// <summary>Positions added: cells, or pixels where the areas are known as finely.</summary>
    public int Positions { get; private set; }

    /// <summary>Adds what the area's cells are sure of, one by one.</summary>
    public void AddConfidence(float confidence)
    {
        _cells++;
        _confidence += confidence;
    }

    /// <summary>Adds a position that lies in the cell in column x, row y.</summary>
    public void Add(int x, int y)
    {
        Positions++;
        (_left, _right) = (Math.Min(_left, x), Math.Max(_right, x));
        (_top, _bottom) = (Math.Min(_top, y), Math.Max(_bottom, y));
    }

    /// <summary>Adds a run of pixels, each as far as it is visible.</summary>
    public void AddPixels(LabImage picture, int start, int count)
    {
        for (int i = start; i < start + count; i++)
        {
            double coverage = picture.Coverage[i];
            _coverage += coverage;
            _l += coverage * picture.L[i];
            _a += coverage * picture.A[i];
            _b += coverage * picture.B[i];
        }
    }

    /// <summary>The means. An area without a visible pixel is black.</summary>
    public ClassSummary ToSummary(int classId, int visible, string? name)
    {
        double weight = _coverage > 0 ? 1 / _coverage : 0;
        return new ClassSummary(
            classId,
            (float)((double)Positions / visible),
            (float)(_l * weight),
            (float)(_a * weight),
            (float)(_b * weight),
            (float)(_confidence / _cells),
            new CellBounds(_left, _top, _right - _left + 1, _bottom - _top + 1),
            name);
    }
}
