using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Correspondence;

/// <summary>The published module on a 16×16 grid, with one-pixel classes and classes on one side only.</summary>
public class GoldenTests
{
    private const int Channels = 256;
    private const int Cells = 256;
    private const int Classes = 27;

    [Fact]
    public void The_published_result_is_met()
    {
        float[] values = Npy.Floats("spc16/ref_ab_conf.npy");
        double[] expected = Npy.Doubles("spc16/expected_ab_S_float64.npy");
        CorrespondenceProblem problem = new(
            new GridSize(16, 16),
            Channels,
            Project("features_target", "theta"),
            Npy.Ints("spc16/class_target.npy"),
            Npy.Floats("spc16/conf_target.npy"),
            Project("features_reference", "phi"),
            Npy.Ints("spc16/class_reference.npy"),
            values[..Cells],
            values[Cells..(2 * Cells)],
            values[(2 * Cells)..],
            [.. Enumerable.Range(0, Classes).Select(id => new[] { id })],
            Classes,
            CorrespondenceSettings.Paper);
        WarpedColor result = new SemanticCorrespondence().Warp(problem, CancellationToken.None);
        for (int i = 0; i < Cells; i++)
        {
            Assert.Equal(expected[i] / Near.ColourRange, result.A[i] / Near.ColourRange, Near.Tolerance);
            Assert.Equal(expected[Cells + i] / Near.ColourRange, result.B[i] / Near.ColourRange, Near.Tolerance);
            Assert.Equal(expected[(2 * Cells) + i], result.Similarity[i], Near.Tolerance);
        }

        Assert.Equal(problem.TargetBlock.Select(problem.ReferenceBlock.Contains), result.Related);
    }

    /// <summary>The Linear layer before SPC, in double.</summary>
    private static float[] Project(string features, string layer)
    {
        float[] input = Npy.PositionMajor(Npy.Floats($"spc16/{features}.npy"), Channels);
        float[] weight = Npy.Floats($"spc16/{layer}_weight.npy");
        float[] bias = Npy.Floats($"spc16/{layer}_bias.npy");
        float[] output = new float[input.Length];
        for (int i = 0; i < output.Length; i++)
        {
            int cell = i / Channels;
            int channel = i % Channels;
            double sum = bias[channel];
            for (int c = 0; c < Channels; c++)
                sum += (double)weight[(channel * Channels) + c] * input[(cell * Channels) + c];

            output[i] = (float)sum;
        }

        return output;
    }
}
