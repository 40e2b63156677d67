using SPColor.Core.Correspondence;

namespace SPColor.Core.Tests.Correspondence;

public unsafe class MicroKernelTests
{
    private const int Channels = 37;
    private const int Stride = 64;

    /// <summary>37 float products of numbers below 1: a few units in the last place of the sum.</summary>
    private const double Tolerance = 1e-5;

    [Fact]
    public void The_portable_kernel_multiplies() => Check(&PortableKernel.Multiply);

    [Fact]
    public void The_chosen_kernel_multiplies() => Check(&MicroKernel.Multiply);

    /// <summary>Vector512 falls back to software where there is no hardware, so this runs anywhere.</summary>
    [Fact]
    public void The_wide_kernel_multiplies() => Check(&WideKernel.Multiply);

    [Fact]
    public void Both_kernels_agree_to_the_bit_where_both_fuse()
    {
        if (!System.Runtime.Intrinsics.X86.Fma.IsSupported && !System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported)
            Assert.Skip("this machine has no fused multiply-add");

        Assert.Equal(Run(&PortableKernel.Multiply, 1).Product, Run(&WideKernel.Multiply, 1).Product);
    }

    private static void Check(delegate*<float*, float*, int, float*, int, void> kernel)
    {
        (float[] rows, float[] columns, float[] product) = Run(kernel, 2);
        for (int r = 0; r < MicroKernel.Rows; r++)
        {
            for (int j = 0; j < Stride; j++)
            {
                double expected = 0;
                for (int k = 0; j < MicroKernel.Columns && k < Channels; k++)
                    expected += (double)rows[(k * MicroKernel.Rows) + r] * columns[(k * MicroKernel.Columns) + j];

                Assert.Equal(expected, product[(r * Stride) + j], Tolerance);
            }
        }
    }

    private static (float[] Rows, float[] Columns, float[] Product) Run(delegate*<float*, float*, int, float*, int, void> kernel, int seed)
    {
        Random random = new(seed);
        float[] rows = [.. Enumerable.Range(0, Channels * MicroKernel.Rows).Select(_ => random.NextSingle() - 0.5f)];
        float[] columns = [.. Enumerable.Range(0, Channels * MicroKernel.Columns).Select(_ => random.NextSingle() - 0.5f)];
        using AlignedBuffer rowBuffer = new(rows.Length);
        using AlignedBuffer columnBuffer = new(columns.Length);
        using AlignedBuffer product = new(MicroKernel.Rows * Stride);
        rows.CopyTo(new Span<float>(rowBuffer.Pointer, rows.Length));
        columns.CopyTo(new Span<float>(columnBuffer.Pointer, columns.Length));
        kernel(rowBuffer.Pointer, columnBuffer.Pointer, Channels, product.Pointer, Stride);
        return (rows, columns, new Span<float>(product.Pointer, MicroKernel.Rows * Stride).ToArray());
    }
}
