using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>Gives small connected parts of an area plane to their surroundings, the smallest first; parts are joined along rows and columns.</summary>
internal sealed class AreaIslands
{
    private readonly byte[] _ids;
    private readonly int[] _parent;
    private readonly Dictionary<int, int> _pixels = [];
    private readonly Dictionary<int, Dictionary<int, int>> _borders = [];

    private AreaIslands(GridSize size, byte[] ids)
    {
        (_ids, _parent) = (ids, new int[ids.Length]);
        List<Range> runs = Runs(size);
        foreach (Range run in runs)
            JoinUpwards(size, run.Start.Value, run.End.Value);
        foreach (Range run in runs)
            Count(size, run.Start.Value, run.End.Value);
    }

    /// <summary>Changes a plane in place.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="ids">Its areas.</param>
    /// <param name="isIsland">Whether a part of an area with so many pixels goes; one without surroundings stays.</param>
    public static void Dissolve(GridSize size, byte[] ids, Func<byte, int, bool> isIsland)
    {
        AreaIslands islands = new(size, ids);
        PriorityQueue<int, (int Pixels, int Part)> queue = new();
        foreach ((int part, int pixels) in islands._pixels)
            if (isIsland(ids[part], pixels))
                queue.Enqueue(part, (pixels, part));
        while (queue.TryDequeue(out int part, out (int Pixels, int Part) at))
        {
            bool isStale = islands.Part(part) != part || islands._pixels[part] != at.Pixels;
            if (isStale || islands._borders.GetValueOrDefault(part) is not { Count: > 0 } around)
                continue;
            int grown = islands.Drown(part, around);
            if (isIsland(ids[grown], islands._pixels[grown]))
                queue.Enqueue(grown, (islands._pixels[grown], grown));
        }

        // Roots know their area; read before it is written over, for a root comes before the rest of its part.
        for (int i = 0; i < ids.Length; i++)
            ids[i] = ids[islands.Part(i)];
    }

    /// <summary>The pixels of one area that follow each other in a row; each run's first pixel stands for it.</summary>
    private List<Range> Runs(GridSize size)
    {
        List<Range> runs = [];
        for (int start = 0, end; start < _ids.Length; start = end)
        {
            ReadOnlySpan<byte> rest = _ids.AsSpan(start, size.Width - (start % size.Width));
            int length = rest.IndexOfAnyExcept(rest[0]);
            end = start + (length < 0 ? rest.Length : length);
            _parent.AsSpan(start..end).Fill(start);
            runs.Add(start..end);
        }

        return runs;
    }

    private void JoinUpwards(GridSize size, int start, int end)
    {
        for (int i = start; i < end && i >= size.Width; i++)
        {
            bool isAbove = _ids[i - size.Width] == _ids[i], wasAbove = i > start && _ids[i - size.Width - 1] == _ids[i];
            if (isAbove && !wasAbove)
                Join(i - size.Width, i);
        }
    }

    private void Count(GridSize size, int start, int end)
    {
        if (_ids[start] == AreaPlane.NoArea)
            return;
        int part = Part(start);
        _pixels[part] = _pixels.GetValueOrDefault(part) + end - start;
        if (start % size.Width > 0)
            AddBorder(part, start - 1);
        for (int i = start; i < end && i >= size.Width; i++)
            AddBorder(part, i - size.Width);
    }

    /// <summary>Joins a part to the area with which it has the longest border, the lower id on a tie.</summary>
    private int Drown(int part, Dictionary<int, int> around)
    {
        byte area = around.GroupBy(border => _ids[border.Key])
            .MaxBy(group => (group.Sum(border => border.Value), -group.Key))!.Key;
        _ids[part] = area;
        int[] joined = [part, .. around.Keys.Where(other => _ids[other] == area)];
        int root = joined.Min();
        foreach (int other in joined.Where(other => other != root))
            Merge(other, root);
        return root;
    }

    private void Merge(int part, int root)
    {
        _parent[part] = root;
        _pixels.Remove(part, out int pixels);
        _pixels[root] += pixels;
        _borders.Remove(part, out Dictionary<int, int>? borders);
        foreach ((int other, int length) in borders!)
        {
            _borders[other].Remove(part);
            if (other == root)
                continue;
            _borders[root][other] = _borders[root].GetValueOrDefault(other) + length;
            _borders[other][root] = _borders[other].GetValueOrDefault(root) + length;
        }
    }

    private void AddBorder(int part, int neighbour)
    {
        if (_ids[neighbour] == _ids[part] || _ids[neighbour] == AreaPlane.NoArea)
            return;
        int other = Part(neighbour);
        Around(part)[other] = Around(part).GetValueOrDefault(other) + 1;
        Around(other)[part] = Around(other).GetValueOrDefault(part) + 1;
    }

    private Dictionary<int, int> Around(int part)
    {
        if (!_borders.TryGetValue(part, out Dictionary<int, int>? around))
            _borders[part] = around = [];
        return around;
    }

    private void Join(int a, int b)
    {
        (a, b) = (Part(a), Part(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The first pixel of a pixel's part, which stands for it.</summary>
    private int Part(int pixel)
    {
        while (_parent[pixel] != pixel)
            pixel = _parent[pixel] = _parent[_parent[pixel]];
        return pixel;
    }
}
