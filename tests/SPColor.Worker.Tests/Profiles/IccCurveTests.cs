using System.Buffers.Binary;
using SPColor.Worker.Profiles;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Profiles;

public class IccCurveTests
{
    // 16 bits behind the point, and 16 of a table.
    private const double Rounding = 2e-5;

    [Fact]
    public void One_number_is_a_power() => AssertCurve(SampleProfiles.Gamma(1.8), x => Math.Pow(x, 461 / 256.0));

    [Fact]
    public void No_number_is_no_curve() => AssertCurve(Curve(), x => x);

    [Fact]
    public void A_table_is_linear_between_its_numbers() =>
        AssertCurve(Curve(0, 10_000, 65535), x => (x < 0.5 ? 2 * x * 10_000 : 10_000 + ((2 * x) - 1) * 55_535) / 65535);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parameters_mean_what_the_standard_says(int kind)
    {
        double[][] parameters = [[2], [2, 0.9, 0.1], [2, 0.8, 0.1, 0.05], [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045], [2, 0.9, 0.05, 0.1, 0.2, 0.01, 0.002]];
        Func<double, double>[] expected =
        [
            x => x * x,
            x => Math.Pow((0.9 * x) + 0.1, 2),
            x => Math.Pow((0.8 * x) + 0.1, 2) + 0.05,
            x => x >= 0.04045 ? Math.Pow((x + 0.055) / 1.055, 2.4) : x / 12.92,
            x => x >= 0.2 ? Math.Pow((0.9 * x) + 0.05, 2) + 0.01 : (0.1 * x) + 0.002,
        ];
        AssertCurve(Parametric(kind, parameters[kind]), expected[kind]);
    }

    [Fact]
    public void Lightness_becomes_light()
    {
        IccCurve curve = IccCurve.ReadLightness(Curve())!;
        // L* 50 is 18.4 % of the light, L* 5 is 0.55 %.
        Assert.Equal(0.1842, curve.Curve.Linear8[128], 0.002f);
        Assert.Equal(0.0055, curve.Curve.Linear8[13], 0.0002f);
        AssertCurve(curve.Tag.ToArray(), x => x > 0.08 ? Math.Pow((x + 0.16) / 1.16, 3) : x / 9.033);
    }

    [Fact]
    public void What_is_no_curve_is_refused()
    {
        Assert.Null(IccCurve.Read(null));
        Assert.Null(IccCurve.Read("curv"u8.ToArray()));
        Assert.Null(IccCurve.Read(Curve(65535, 0)));
        Assert.Null(IccCurve.Read(Curve(1, 2, 3).AsMemory(0, 16)));
        Assert.Null(IccCurve.Read(Parametric(5, [1, 1, 1, 1, 1, 1, 1])));
        Assert.Null(IccCurve.Read(Parametric(4, [1, 1])));
    }

    private static void AssertCurve(byte[] tag, Func<double, double> expected)
    {
        IccCurve curve = IccCurve.Read(tag)!;
        for (int i = 0; i < 256; i++)
            Assert.Equal(Math.Clamp(expected(i / 255.0), 0, 1), curve.Curve.Linear8[i], Rounding);
    }

    private static byte[] Curve(params ushort[] values)
    {
        byte[] tag = new byte[12 + (2 * values.Length)];
        "curv"u8.CopyTo(tag);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(8), values.Length);
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(tag.AsSpan(12 + (2 * i)), values[i]);
        return tag;
    }

    private static byte[] Parametric(int kind, double[] parameters)
    {
        byte[] tag = new byte[12 + (4 * parameters.Length)];
        "para"u8.CopyTo(tag);
        BinaryPrimitives.WriteInt16BigEndian(tag.AsSpan(8), (short)kind);
        for (int i = 0; i < parameters.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(12 + (4 * i)), (int)Math.Round(parameters[i] * 65536));
        return tag;
    }
}
