using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SPColor.Core.Imaging;

/// <summary>
/// Reads a picture at working size (design, step 1): area averages where an axis shrinks, linear interpolation where it grows,
/// then CIELAB. Averages are taken of sRGB-encoded values, because the networks were trained on photos that were resized so.
/// Colour counts by its alpha: what is transparent does not leak.
/// </summary>
public static class WorkingImageReader
{
    // Coverage below half a step of 16-bit alpha in one of a million pixels: nothing was visible.
    private const float Invisible = 1e-12f;

    /// <summary>
    /// Reads a part of a picture, see <see cref="Read(IPixelSource, GridSize, IProgress{float}?, CancellationToken)"/>; the result carries
    /// the part. Cells that show nothing go on as what is visible around them.
    /// </summary>
    /// <param name="source">The whole picture.</param>
    /// <param name="part">What is looked at; the result shows it upright.</param>
    /// <param name="side">S: the result's size is that of <see cref="WorkingSize.Fit"/>.</param>
    /// <param name="longMayGrow">As there.</param>
    /// <param name="progress">Receives the fraction done, 0…1, from worker threads.</param>
    /// <param name="cancellationToken">Checked at every row of the source.</param>
    public static LabImage Read(
        IPixelSource source, SeenPart part, int side, bool longMayGrow, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        GridSize size = WorkingSize.Fit(part.Size, side, longMayGrow);
        PixelRect bounds = part.Bounds;
        IPixelSource around = part.IsWhole ? source : new CroppedSource(source, bounds);
        LabImage image = new(size) { Seen = part };
        if (part.IsUpright)
            Read(around, image, progress, cancellationToken);
        else if (part.IsSquare)
            PartResampler.Read(Read(around, part.Across.X == 0 ? new GridSize(size.Height, size.Width) : size, progress, cancellationToken), part.In(bounds), image, placesPerAxis: 1);
        else
            PartResampler.Read(ReadFine(around, size, progress, cancellationToken), part.In(bounds), image, placesPerAxis: 2);
        HiddenFill.Apply(image);
        return image;
    }

    /// <summary>
    /// Reads the picture. Cells that show nothing become neutral grey: L* 50, a* = b* = 0, coverage 0.
    /// Same result whatever the number of threads; memory is a few rows per thread beside the result.
    /// </summary>
    /// <param name="source">The picture; rows are read from several threads, those shared by two cells twice.</param>
    /// <param name="size">Working size, see <see cref="WorkingSize.Fit"/>.</param>
    /// <param name="progress">Receives the fraction done, 0…1, from worker threads.</param>
    /// <param name="cancellationToken">Checked at every row of the source.</param>
    public static LabImage Read(IPixelSource source, GridSize size, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        LabImage image = new(size);
        Read(source, image, progress, cancellationToken);
        return image;
    }

    // Twice as fine as what is sampled from it, where the picture is.
    private static LabImage ReadFine(IPixelSource source, GridSize size, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        double scale = Math.Min(1, 2.0 * Math.Max(size.Width, size.Height) / Math.Max(source.Size.Width, source.Size.Height));
        GridSize fine = new(Scaled(source.Size.Width), Scaled(source.Size.Height));
        return Read(source, fine, progress, cancellationToken);

        int Scaled(int length) => Math.Max(1, (int)Math.Round(length * scale));
    }

    private static void Read(IPixelSource source, LabImage image, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        GridSize size = image.Size;
        AxisWeights across = new(source.Size.Width, size.Width);
        AxisWeights down = new(source.Size.Height, size.Height);
        RowBands.Run(size.Height, -1, () => new Scratch(source, size.Width), ReadRow, progress, cancellationToken);

        void ReadRow(Scratch scratch, int y)
        {
            Array.Clear(scratch.Sums);
            ReadOnlySpan<float> weights = down.Of(y);
            for (int i = 0; i < weights.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                source.ReadRow(down.First(y) + i, scratch.Row);
                if (!source.Space.IsSrgb)
                    CurvedSums.Add(scratch.Row, source.Format, source.Space, across, weights[i], scratch.Sums);
                else if (source.Format == PixelFormat.Rgba16)
                    Accumulate16(scratch, across, weights[i]);
                else
                    Accumulate8(scratch, across, weights[i]);
            }

            Store(scratch.Sums, source, image, y * size.Width);
        }
    }

    private static void Accumulate8(Scratch scratch, AxisWeights across, float rowWeight)
    {
        ReadOnlySpan<uint> pixels = MemoryMarshal.Cast<byte, uint>(scratch.Row);
        for (int x = 0; x < scratch.Sums.Length; x++)
        {
            ReadOnlySpan<float> weights = across.Of(x);
            ReadOnlySpan<uint> run = pixels.Slice(across.First(x), weights.Length);
            Vector128<float> sum = Vector128<float>.Zero;
            for (int i = 0; i < run.Length; i++)
            {
                Vector128<byte> bytes = Vector128.CreateScalar(run[i]).AsByte();
                Vector128<uint> channels = Vector128.WidenLower(Vector128.WidenLower(bytes));
                sum += Premultiplied(channels, 1f / 255f) * weights[i];
            }

            scratch.Sums[x] += sum * rowWeight;
        }
    }

    private static void Accumulate16(Scratch scratch, AxisWeights across, float rowWeight)
    {
        ReadOnlySpan<ulong> pixels = MemoryMarshal.Cast<byte, ulong>(scratch.Row);
        for (int x = 0; x < scratch.Sums.Length; x++)
        {
            ReadOnlySpan<float> weights = across.Of(x);
            ReadOnlySpan<ulong> run = pixels.Slice(across.First(x), weights.Length);
            Vector128<float> sum = Vector128<float>.Zero;
            for (int i = 0; i < run.Length; i++)
            {
                Vector128<uint> channels = Vector128.WidenLower(Vector128.CreateScalar(run[i]).AsUInt16());
                sum += Premultiplied(channels, 1f / 65535f) * weights[i];
            }

            scratch.Sums[x] += sum * rowWeight;
        }
    }

    // Three colour channels times alpha, then alpha itself.
    private static Vector128<float> Premultiplied(Vector128<uint> channels, float scale)
    {
        Vector128<float> values = Vector128.ConvertToSingle(channels.AsInt32()) * scale;
        float alpha = values.GetElement(3);
        return values.WithElement(3, 1f) * alpha;
    }

    private static void Store(Vector128<float>[] sums, IPixelSource source, LabImage image, int start)
    {
        int count = sums.Length;
        Span<float> l = image.L.AsSpan(start, count), a = image.A.AsSpan(start, count), b = image.B.AsSpan(start, count);
        int red = source.Format == PixelFormat.Bgra8 ? 2 : 0;
        for (int x = 0; x < count; x++)
        {
            float alpha = sums[x].GetElement(3);
            float scale = alpha > Invisible ? 1f / alpha : 0f;
            l[x] = SrgbTransfer.Decode(sums[x].GetElement(red) * scale);
            a[x] = SrgbTransfer.Decode(sums[x].GetElement(1) * scale);
            b[x] = SrgbTransfer.Decode(sums[x].GetElement(2 - red) * scale);
            image.Coverage[start + x] = Math.Min(alpha, 1f);
        }

        if (!source.Space.IsSrgb)
            source.Space.Primaries.ToSrgb(l, a, b);
        SrgbLabConverter.LinearToLab(l, a, b);
        for (int x = 0; x < count; x++)
        {
            if (sums[x].GetElement(3) <= Invisible)
                (l[x], a[x], b[x], image.Coverage[start + x]) = (50f, 0f, 0f, 0f);
        }
    }

    private sealed class Scratch(IPixelSource source, int width)
    {
        public byte[] Row { get; } = new byte[source.Size.Width * source.Format.BytesPerPixel()];

        public Vector128<float>[] Sums { get; } = new Vector128<float>[width];
    }
}
