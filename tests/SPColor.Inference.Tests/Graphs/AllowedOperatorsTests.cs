using SPColor.Inference.Graphs;

namespace SPColor.Inference.Tests.Graphs;

public sealed class AllowedOperatorsTests
{
    /// <summary>VGG-19, ViT-B/8 with its head, WarpNet and ColorVidNet as exporters write them (spcolor.md §1.4–1.9).</summary>
    [Theory]
    [InlineData("Conv", "Relu", "MaxPool", "Sub", "Mul", "Div", "ReduceSum", "Sqrt", "Add", "Pow", "Clip", "Concat", "Slice")]
    [InlineData("LayerNormalization", "MatMul", "Gemm", "Softmax", "Erf", "Gather", "Transpose", "Reshape", "Split", "Squeeze", "Unsqueeze", "Flatten")]
    [InlineData("Pad", "InstanceNormalization", "PRelu", "Resize", "LeakyRelu", "Tanh", "Identity", "Constant", "Cast", "ReduceMean", "ReduceL2")]
    public void The_papers_networks_find_all_they_need(params string[] operators) =>
        Assert.All(operators, type => Assert.True(AllowedOperators.Contains(type), type));

    [Fact]
    public void Each_has_a_kernel_in_every_operator_set_that_is_allowed() => Assert.All(
        AllowedOperators.Float.Concat(AllowedOperators.AnyType).Where(type => type != "Constant"),
        type => Assert.Null(DirectMLKernels.Fault(type, OnnxGraphCheck.OldestOpset, TensorType.Float)));

    [Fact]
    public void Each_operator_is_listed_once() => Assert.Empty(AllowedOperators.Float.Intersect(AllowedOperators.AnyType));
}
