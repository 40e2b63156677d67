using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Colorization;

/// <summary>
/// Networks whose answers are plain to see: the code and the match feature of a cell point along its lightness quarter (dark, dim,
/// light, bright), and the colour network returns the warped colour as it is. Counts its runs.
/// </summary>
internal sealed class FakeNetworks : IFeatureExtractor, ISegmenter, IColorNetwork
{
    public const int Classes = 4, MatchStride = 4, CodeStride = 8;

    public int FeatureRuns { get; private set; }

    public int SegmenterRuns { get; private set; }

    public int ColorRuns { get; private set; }

    public static ModelFacts Facts { get; } = new(
        "fake",
        new ClassPrior(
            Classes, Classes, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], Sharpness: 10,
            ReductionRule.SummedProbability, CodeResampling.Nearest, DefaultClassCount: Classes),
        new CorrespondenceSettings(0.01f, CentrePerBlock: false),
        CodeWeight: 0, AnySize: true);

    public ColorizationPipeline Pipeline() => new(Facts, this, this, new SemanticCorrespondence(), this);

    public ImageFeatures Extract(LabImage image, ImageRole role, CancellationToken cancellationToken)
    {
        FeatureRuns++;
        return new ImageFeatures(OneHot(image, MatchStride), null);
    }

    public FeatureGrid Segment(LabImage image, ImageFeatures features, CancellationToken cancellationToken)
    {
        SegmenterRuns++;
        return OneHot(image, CodeStride);
    }

    public ChromaPlanes Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken)
    {
        ColorRuns++;
        var chroma = new ChromaPlanes(target.Size, new float[target.Size.Count], new float[target.Size.Count]);
        for (int pixel = 0; pixel < target.Size.Count; pixel++)
        {
            int cell = target.Size.CellOf(pixel, warped.Size);
            (chroma.A[pixel], chroma.B[pixel]) = (warped.A[cell], warped.B[cell]);
        }
        return chroma;
    }

    /// <summary>A picture of four vertical stripes, dark to bright, with the colour of each stripe.</summary>
    public static LabImage Stripes(params (float A, float B)[] colors)
    {
        var image = new LabImage(new GridSize(64, 32));
        for (int pixel = 0; pixel < image.Size.Count; pixel++)
        {
            int stripe = pixel % image.Size.Width * colors.Length / image.Size.Width;
            (image.L[pixel], image.A[pixel], image.B[pixel]) = (10 + 25 * stripe, colors[stripe].A, colors[stripe].B);
        }
        return image;
    }

    private static FeatureGrid OneHot(LabImage image, int stride)
    {
        GridSize grid = image.Size.AtStride(stride);
        var features = new FeatureGrid(grid, Classes, new float[grid.Count * Classes]);
        for (int pixel = 0; pixel < image.Size.Count; pixel++)
            features[image.Size.CellOf(pixel, grid)][Math.Min(Classes - 1, (int)(image.L[pixel] / 25))] = 1;
        return features;
    }
}
