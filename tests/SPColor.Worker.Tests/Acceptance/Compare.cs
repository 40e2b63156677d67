using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;
using SPColor.Inference.Sessions;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Acceptance;

/// <summary>Numbers that say how far two pictures are apart.</summary>
internal static class Compare
{
    /// <summary>CIE76 difference of every pixel.</summary>
    public static double[] DeltaE(PixelBuffer x, PixelBuffer y)
    {
        var (p, q) = (Lab(x), Lab(y));
        return [.. p.Zip(q, (a, b) => Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2)))];
    }

    /// <summary>Of R, G and B together, in decibels; 8-bit pictures.</summary>
    public static double Psnr(PixelBuffer x, PixelBuffer y)
    {
        double error = x.Bytes.Zip(y.Bytes).Where((_, i) => i % 4 != 3).Average(pair => Math.Pow(pair.First - pair.Second, 2));
        return 10 * Math.Log10(255 * 255 / error);
    }

    /// <summary>Hue of the mean colour of some pixels, in degrees.</summary>
    public static double MeanHue(PixelBuffer picture, Func<int, bool> pixels)
    {
        var chosen = Lab(picture).Where((_, i) => pixels(i)).ToArray();
        return Math.Atan2(chosen.Average(lab => lab.B), chosen.Average(lab => lab.A)) * 180 / Math.PI;
    }

    /// <summary>The area of every full-size pixel, as colorize finds it by default.</summary>
    public static int[] Areas(string path, ImageRole role)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Engine engine = Open();
        PixelBuffer pixels = ImageFile.Load(path, cancellation).Pixels;
        ClassMap map = engine.Pipeline.Prepare(pixels, SeenPart.Whole(pixels.Size), role, 256, null, cancellation).Classes(engine.Pipeline.Facts.Prior.DefaultClassCount);
        return [.. Enumerable.Range(0, pixels.Size.Count).Select(pixel =>
        {
            int x = pixel % pixels.Size.Width * map.Size.Width / pixels.Size.Width;
            int y = pixel / pixels.Size.Width * map.Size.Height / pixels.Size.Height;
            return map.Ids[y * map.Size.Width + x];
        })];
    }

    /// <summary>The id of the area that holds the class of that name, by default.</summary>
    public static int AreaNamed(string name)
    {
        using Engine engine = Open();
        ClassPrior prior = engine.Pipeline.Facts.Prior;
        CategoryReduction reduction = CategoryReduction.Create(prior, prior.DefaultClassCount);
        return Enumerable.Range(0, reduction.Count).Single(area => reduction.NameOf(area)!.Split(", ").Contains(name));
    }

    private static Engine Open() => Engine.Open(new EngineChoice("compact", ComputeDevice.Cpu), TestContext.Current.CancellationToken);

    private static (float L, float A, float B)[] Lab(PixelBuffer pixels)
    {
        float[] l = new float[pixels.Size.Count], a = new float[l.Length], b = new float[l.Length];
        SrgbLabConverter.RowToLab(pixels.Bytes, pixels.Format, l, a, b);
        return [.. l.Zip(a, b)];
    }
}
