using SPColor.Core.Correspondence;

namespace SPColor.Inference.Correspondence;

/// <summary>Block membership as matrices; padding cells and cells of block −1 are rows of zeros, so they never match.</summary>
internal static class BlockMatrices
{
    /// <summary>count × width: <paramref name="value"/> where the cell is in the block.</summary>
    /// <param name="blocks">Block of each cell, or −1.</param>
    /// <param name="count">Rows with padding.</param>
    /// <param name="width">Columns.</param>
    /// <param name="value">What membership is worth.</param>
    internal static float[] OneHot(int[] blocks, int count, int width, float value)
    {
        float[] matrix = new float[checked(count * width)];
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] >= 0)
                matrix[(i * width) + blocks[i]] = value;
        }

        return matrix;
    }

    /// <summary>columns × width: 1 for every target block that the reference cell may serve, which can be several.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="shape">Its shape.</param>
    internal static float[] Serving(CorrespondenceProblem problem, CorrespondenceShape shape)
    {
        float[] blockRows = new float[checked(problem.ReferenceBlockCount * shape.Width)];
        for (int target = 0; target < problem.Matches.Length; target++)
        {
            foreach (int reference in problem.Matches[target])
                blockRows[(reference * shape.Width) + target] = 1;
        }

        float[] matrix = new float[checked(shape.Columns * shape.Width)];
        for (int i = 0; i < problem.ReferenceCount; i++)
        {
            if (problem.ReferenceBlock[i] is var block and >= 0)
                blockRows.AsSpan(block * shape.Width, shape.Width).CopyTo(matrix.AsSpan(i * shape.Width));
        }

        return matrix;
    }

    /// <summary>Which target cells may match at least one reference cell.</summary>
    /// <param name="problem">The problem.</param>
    internal static bool[] Related(CorrespondenceProblem problem)
    {
        bool[] present = new bool[problem.ReferenceBlockCount];
        foreach (int block in problem.ReferenceBlock)
        {
            if (block >= 0)
                present[block] = true;
        }

        bool[] matched = [.. problem.Matches.Select(references => references.Any(reference => present[reference]))];
        return [.. problem.TargetBlock.Select(block => block >= 0 && matched[block])];
    }
}
