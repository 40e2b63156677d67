namespace SPColor.Core.Imaging;

/// <summary>3×3 matrices, row by row.</summary>
public static class Matrix3
{
    /// <summary>The inverse; not finite where there is none.</summary>
    /// <param name="m">Nine numbers.</param>
    public static double[] Inverse(double[] m)
    {
        ArgumentNullException.ThrowIfNull(m);
        double[] adjugate = new double[9];
        for (int i = 0; i < 9; i++)
        {
            int r = i % 3, c = i / 3;
            int r1 = (r + 1) % 3, r2 = (r + 2) % 3, c1 = (c + 1) % 3, c2 = (c + 2) % 3;
            adjugate[i] = (m[(r1 * 3) + c1] * m[(r2 * 3) + c2]) - (m[(r1 * 3) + c2] * m[(r2 * 3) + c1]);
        }

        double determinant = (m[0] * adjugate[0]) + (m[1] * adjugate[3]) + (m[2] * adjugate[6]);
        return [.. adjugate.Select(v => v / determinant)];
    }
}
