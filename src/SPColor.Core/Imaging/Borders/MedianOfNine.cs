using System.Numerics;

namespace SPColor.Core.Imaging.Borders;

/// <summary>Running median of nine neighbours in a row, by the sorting network of Paeth and Smith (Graphics Gems, 1990).</summary>
internal static class MedianOfNine
{
    private const int Reach = 4, Count = (2 * Reach) + 1;

    // Pairs of which the lesser goes to the first place; in the end the median is at place 4.
    private static readonly (int Low, int High)[] s_network =
    [
        (1, 2), (4, 5), (7, 8), (0, 1), (3, 4), (6, 7), (1, 2), (4, 5), (7, 8), (0, 3),
        (5, 8), (4, 7), (3, 6), (1, 4), (2, 5), (4, 7), (4, 2), (6, 4), (4, 2),
    ];

    /// <summary>Computes one row; beyond its ends the last value goes on.</summary>
    /// <param name="row">Values.</param>
    /// <param name="medians">Receives as many.</param>
    public static void Row(ReadOnlySpan<float> row, Span<float> medians)
    {
        int step = Vector<float>.Count;
        float[] padded = new float[row.Length + (2 * Reach) + step];
        padded.AsSpan(0, Reach).Fill(row[0]);
        row.CopyTo(padded.AsSpan(Reach));
        padded.AsSpan(Reach + row.Length).Fill(row[^1]);
        Span<Vector<float>> near = stackalloc Vector<float>[Count];
        Span<float> last = stackalloc float[step];
        for (int x = 0; x < row.Length; x += step)
        {
            for (int i = 0; i < Count; i++)
                near[i] = new Vector<float>(padded, x + i);
            foreach ((int low, int high) in s_network)
                (near[low], near[high]) = (Vector.Min(near[low], near[high]), Vector.Max(near[low], near[high]));
            near[Reach].CopyTo(last);
            last[..Math.Min(step, row.Length - x)].CopyTo(medians[x..]);
        }
    }
}
