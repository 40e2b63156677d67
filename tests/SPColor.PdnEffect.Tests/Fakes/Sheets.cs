using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Tests.Fakes;

/// <summary>Layers for tests.</summary>
internal static class Sheets
{
    public static readonly GridSize Canvas = new(64, 48);

    public static PixelBuffer Paint(GridSize size, Func<int, int, (int R, int G, int B, int Alpha)> color)
    {
        PixelBuffer sheet = new(size, PixelFormat.Bgra8);
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                (int r, int g, int b, int alpha) = color(x, y);
                new[] { (byte)b, (byte)g, (byte)r, (byte)alpha }.CopyTo(sheet.Row(y)[(4 * x)..]);
            }
        }

        return sheet;
    }

    /// <summary>Four upright stripes, dark to bright.</summary>
    public static PixelBuffer Grey() => Paint(Canvas, (x, _) => (Level(x), Level(x), Level(x), 255));

    /// <summary>The same stripes, reddish.</summary>
    public static PixelBuffer Red() => Paint(Canvas, (x, _) => (Math.Min(255, Level(x) + 40), Level(x), Level(x), 255));

    public static PixelBuffer Empty() => new(Canvas, PixelFormat.Bgra8);

    public static LayerInfo Layer(int index, string name, PixelBuffer pixels, bool visible = true, float opacity = 1) =>
        new(index, name, visible, opacity, pixels);

    /// <summary>A grey photo at the bottom, active, under layers with these names and pixels.</summary>
    public static LayerStack Stack(params (string Name, PixelBuffer Pixels)[] others) =>
        new([Layer(0, "Photo", Grey()), .. others.Select((other, i) => Layer(i + 1, other.Name, other.Pixels))], 0, new NoFiles());

    /// <summary>A hard selection of a rectangle.</summary>
    public static SelectionMask Selected(GridSize canvas, PixelRect rect) =>
        new(rect, new AllSelected(), canvas.Width, CancellationToken.None);

    public static byte[] Pixel(PixelBuffer picture, int x, int y) => picture.Row(y).Slice(4 * x, 4).ToArray();

    private static int Level(int x) => 30 + (60 * (4 * x / Canvas.Width));

    private sealed class AllSelected : ISelection
    {
        public void ReadRow(int y, Span<byte> coverage) => coverage.Fill(byte.MaxValue);
    }
}

/// <summary>A folder with one picture, or none.</summary>
internal sealed class NoFiles(PixelBuffer? picture = null) : IPictureFiles
{
    public IPixelSource Read(string path, CancellationToken cancellationToken) =>
        picture ?? throw new Core.SPColorException($"picture {path} is not there: choose another");
}
