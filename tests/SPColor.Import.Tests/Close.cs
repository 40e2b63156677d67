namespace SPColor.Import.Tests;

/// <summary>Compares arrays of numbers.</summary>
internal static class Close
{
    /// <summary>The largest difference; infinite where one is not a number.</summary>
    internal static float Worst(float[] expected, float[] actual)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        return expected.Zip(actual, (x, y) => float.IsNaN(y) ? float.PositiveInfinity : MathF.Abs(x - y)).Max();
    }

    internal static void Assert(float[] expected, float[] actual, float tolerance) => Xunit.Assert.InRange(Worst(expected, actual), 0f, tolerance);
}
