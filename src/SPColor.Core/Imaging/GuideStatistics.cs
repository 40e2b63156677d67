using System.Numerics.Tensors;

namespace SPColor.Core.Imaging;

/// <summary>Window statistics of the guide, shared by the fits of a* and b*. All sums are weighted by coverage.</summary>
internal sealed class GuideStatistics
{
    private readonly GridSize _size;
    private readonly int _radius;
    private readonly float _epsilon;
    private readonly float[] _l;
    private readonly float[] _weight;
    private readonly float[] _weightedL;
    private readonly float[] _weights;
    private readonly float[] _meanL;
    private readonly float[] _variance;
    private readonly float[] _weightsOfWindows;

    /// <summary>Computes mean and variance of L* in every window.</summary>
    public GuideStatistics(LabImage guide, int radius, float epsilon)
    {
        (_size, _radius, _epsilon) = (guide.Size, radius, epsilon);
        (_l, _weight) = (guide.L, guide.Coverage);
        _weightedL = Product(_weight, guide.L);
        _weights = BoxSum.Of(_weight, _size, radius);
        _meanL = Mean(_weightedL);
        _variance = Mean(Product(_weightedL, guide.L));
        TensorPrimitives.Subtract<float>(_variance, Product(_meanL, _meanL), _variance);
        _weightsOfWindows = BoxSum.Of(_weights, _size, radius);
    }

    /// <summary>
    /// The averaged slope at every pixel, and the intercept that gives the pixel its own colour; where little is covered, whose
    /// colour means nothing, the neighbours' averaged intercept instead.
    /// </summary>
    /// <param name="plane">a* or b*.</param>
    public (float[] Slope, float[] Intercept) Fit(float[] plane)
    {
        float[] mean = Mean(Product(_weight, plane));
        float[] slope = Mean(Product(_weightedL, plane));
        float[] intercept = new float[slope.Length];
        for (int i = 0; i < slope.Length; i++)
        {
            float covariance = slope[i] - (_meanL[i] * mean[i]);
            slope[i] = covariance / (Math.Max(_variance[i], 0f) + _epsilon);
            intercept[i] = mean[i] - (slope[i] * _meanL[i]);
        }

        slope = MeanOfWindows(slope);
        intercept = MeanOfWindows(intercept);
        for (int i = 0; i < slope.Length; i++)
            intercept[i] = ((plane[i] - (slope[i] * _l[i])) * _weight[i]) + (intercept[i] * (1f - _weight[i]));
        return (slope, intercept);
    }

    private float[] Mean(float[] weighted) => Quotient(BoxSum.Of(weighted, _size, _radius), _weights);

    // A window counts by what it covers.
    private float[] MeanOfWindows(float[] values) =>
        Quotient(BoxSum.Of(Product(values, _weights), _size, _radius), _weightsOfWindows);

    private static float[] Product(float[] x, float[] y)
    {
        float[] product = new float[x.Length];
        TensorPrimitives.Multiply<float>(x, y, product);
        return product;
    }

    private static float[] Quotient(float[] sums, float[] weights)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] = weights[i] > 0 ? sums[i] / weights[i] : 0;
        return sums;
    }
}
