using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>
/// Step 4 for packs that ask for it: areas that end at the picture's edges. Class probabilities are brought to working size and
/// smoothed along its luminance; each pixel takes the most probable class, islands go to their surroundings, and each cell takes the majority of
/// its pixels. A cell that gets what is most probable without smoothing is as sure as without; others and second areas go by the smoothed
/// probabilities (mirrored ab error of photos is lowest so; docs/architecture.md).
/// </summary>
internal sealed class EdgeTrueAreas : IDisposable
{
    // A plane's smoothing runs on one thread; those together share the factors and buffers of their lines.
    private const int PlanesTogether = 5;

    private readonly LabImage _image;
    private readonly GridSize _cells;
    private readonly AreaEdges _edges;
    private readonly int[] _classes;
    private readonly float[][] _probability;
    private readonly byte[] _ids;

    private EdgeTrueAreas(float[][] probabilities, GridSize cells, LabImage image, AreaEdges edges)
    {
        (_image, _cells, _edges) = (image, cells, edges);
        _classes = Occurring(probabilities);
        _probability = Smooth([.. _classes.Select(id => probabilities[id])]);
        _ids = MostProbable();
    }

    /// <summary>Finds the areas of a picture. The result does not depend on the number of threads.</summary>
    /// <param name="probabilities">N planes of <paramref name="cells"/>.</param>
    /// <param name="cells">Cells; the picture's size is a multiple.</param>
    /// <param name="image">The picture at working size: L* and coverage are read.</param>
    /// <param name="coverage">How visible each cell is, 0…1.</param>
    /// <param name="prior">Has <see cref="ClassPrior.Edges"/>.</param>
    public static ClassMap Find(float[][] probabilities, GridSize cells, LabImage image, float[] coverage, ClassPrior prior)
    {
        using EdgeTrueAreas areas = new(probabilities, cells, image, prior.Edges!);
        float[][] smooth = areas.Pool(probabilities);
        return areas.Map(probabilities, smooth, areas.Settle(smooth, coverage), prior.Membership);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (float[] plane in _probability)
            ArrayPool<float>.Shared.Return(plane);
    }

    /// <summary>Classes with less of the picture than half an island win nowhere that lasts.</summary>
    private int[] Occurring(float[][] probabilities)
    {
        float[] mass = Array.ConvertAll(probabilities, plane => TensorPrimitives.Sum<float>(plane));
        int most = CodeClassifier.IndexOfMax(mass);
        return [.. Enumerable.Range(0, mass.Length).Where(id => id == most || mass[id] >= _edges.Islands / 2 * _cells.Count)];
    }

    private float[][] Smooth(float[][] probabilities)
    {
        float[][] planes = Array.ConvertAll(probabilities, _ => ArrayPool<float>.Shared.Rent(_image.Size.Count));
        using GuideLinks links = new(_image.L, _image.Size, _edges.Sigma, Visible());
        Parallel.For(0, (planes.Length + PlanesTogether - 1) / PlanesTogether, group =>
        {
            Range part = (group * PlanesTogether)..Math.Min((group + 1) * PlanesTogether, planes.Length);
            for (int k = part.Start.Value; k < part.End.Value; k++)
                PlaneResampler.Bilinear(probabilities[k], _cells, planes[k], _image.Size);
            FastGlobalSmoother.Smooth(planes[part], links, _edges.Lambda, null, CancellationToken.None);
        });
        return planes;
    }

    /// <summary>What is transparent tells what is visible nothing; null where all is visible.</summary>
    private float[]? Visible() => TensorPrimitives.Min<float>(_image.Coverage) >= CodeClassifier.MinimumCoverage
        ? null
        : Array.ConvertAll(_image.Coverage, coverage => coverage < CodeClassifier.MinimumCoverage ? 0f : 1f);

    private byte[] MostProbable()
    {
        byte[] ids = new byte[_image.Size.Count];
        RowBands.Run(_image.Size.Height, -1, () => (new float[_image.Size.Width], new float[_image.Size.Width]), Row, null, CancellationToken.None);
        return ids;

        void Row((float[] Best, float[] Winner) scratch, int y)
        {
            int start = y * _image.Size.Width;
            Span<Vector<float>> bests = MemoryMarshal.Cast<float, Vector<float>>(scratch.Best.AsSpan());
            Span<Vector<float>> winners = MemoryMarshal.Cast<float, Vector<float>>(scratch.Winner.AsSpan());
            bests.Fill(new Vector<float>(-1));
            for (int k = 0; k < _classes.Length; k++)
            {
                ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(_probability[k].AsSpan(start, _image.Size.Width));
                Vector<float> id = new(_classes[k]);
                for (int i = 0; i < values.Length; i++)
                {
                    winners[i] = Vector.ConditionalSelect(Vector.GreaterThan(values[i], bests[i]), id, winners[i]);
                    bests[i] = Vector.Max(values[i], bests[i]);
                }
            }

            for (int x = 0; x < scratch.Winner.Length; x++)
                ids[start + x] = _image.Coverage[start + x] < CodeClassifier.MinimumCoverage ? AreaPlane.NoArea : (byte)scratch.Winner[x];
        }
    }

    /// <summary>Dissolves islands until every area of a pixel is that of some cell too; gives the cells' areas.</summary>
    private int[] Settle(float[][] probability, float[] coverage)
    {
        double least = _edges.Islands * (_ids.Length - _ids.AsSpan().Count(AreaPlane.NoArea));
        HashSet<byte> homeless = [];
        while (true)
        {
            AreaIslands.Dissolve(_image.Size, _ids, (id, pixels) => pixels < least || homeless.Contains(id));
            int[] cells = new int[_cells.Count];
            for (int cell = 0; cell < cells.Length; cell++)
                cells[cell] = coverage[cell] < CodeClassifier.MinimumCoverage ? ClassMap.None : Majority(cell, probability);
            byte[] without = [.. _classes.Select(id => (byte)id).Where(id => !cells.Contains(id) && _ids.Contains(id))];
            if (without.Length == 0)
                return cells;

            // What is still there although it had to go has no surroundings.
            foreach (byte id in without.Where(id => !homeless.Add(id)))
                _ids.AsSpan().Replace(id, AreaPlane.NoArea);
        }
    }

    /// <summary>The area with most of a cell's pixels, on a tie the more probable one; none where none is visible.</summary>
    private int Majority(int cell, float[][] probability)
    {
        int stride = _image.Size.Width / _cells.Width, best = ClassMap.None, most = 0;
        int corner = ((cell / _cells.Width * _image.Size.Width) + (cell % _cells.Width)) * stride;
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        for (int y = 0; y < stride; y++)
            foreach (byte id in _ids.AsSpan(corner + (y * _image.Size.Width), stride))
                counts[id]++;
        foreach (int id in _classes)
        {
            bool wins = counts[id] > most || (counts[id] == most && most > 0 && probability[id][cell] > probability[best][cell]);
            if (wins)
                (best, most) = (id, counts[id]);
        }

        return best;
    }

    private ClassMap Map(float[][] probability, float[][] smooth, int[] cells, float? membership)
    {
        float[] confidence = new float[cells.Length];
        int[] second = new int[cells.Length];
        Array.Fill(second, ClassMap.None);
        float[] classes = new float[probability.Length];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] == ClassMap.None)
                continue;
            Read(probability, cell, classes);
            int first = cells[cell];
            confidence[cell] = (CodeClassifier.IndexOfMax(classes) == first ? probability : smooth)[first][cell];
            Read(smooth, cell, classes);
            if (membership is { } least)
                second[cell] = CodeClassifier.Second(classes, first, least);
        }

        return new ClassMap(_cells, cells, confidence, classes.Length)
        {
            Second = membership is null ? null : second,
            Pixels = new AreaPlane(_image.Size, _ids),
        };
    }

    private static void Read(float[][] planes, int cell, float[] classes)
    {
        for (int id = 0; id < classes.Length; id++)
            classes[id] = planes[id][cell];
    }

    /// <summary>The smoothed probabilities of each cell, for all N classes.</summary>
    private float[][] Pool(float[][] original)
    {
        int stride = _image.Size.Width / _cells.Width;
        float[][] pooled = Array.ConvertAll(original, _ => new float[_cells.Count]);
        for (int k = 0; k < _classes.Length; k++)
            for (int i = 0; i < _image.Size.Count; i += stride)
                pooled[_classes[k]][_image.Size.CellOf(i, _cells)] += TensorPrimitives.Sum<float>(_probability[k].AsSpan(i, stride)) / (stride * stride);
        return pooled;
    }
}
