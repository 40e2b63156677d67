using SPColor.Inference.Networks;

namespace SPColor.Inference.Tests.Networks;

public sealed class DeviceCheckTests
{
    [Fact]
    public void Rounding_is_no_fault() => Assert.Null(DeviceCheck.Difference([1.0001f, -1f], [1f, -1f]));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(0.5f)]
    public void Garbage_is_a_fault(float garbage) =>
        Assert.Contains("computes wrongly", DeviceCheck.Difference([garbage, -1f], [1f, -1f]), StringComparison.Ordinal);
}
