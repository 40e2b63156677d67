using PaintDotNet.Effects;
using PaintDotNet.Host.Documents;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Rendering;

/// <summary>The active layer as the user sees it while the effect runs: the source, and over it what the effect has rendered.</summary>
internal sealed class EffectCanvas(HostEnvironment environment, BitmapEffectRenderer renderer, int threads)
{
    private readonly MemoryBitmap<ColorBgra32> source = environment.ActiveLayer.Bitmap;

    public MemoryBitmap<ColorBgra32> Bitmap { get; } = (MemoryBitmap<ColorBgra32>)environment.ActiveLayer.Bitmap.ToBitmap();

    /// <summary>Renders all tiles on several threads; false when cancelled.</summary>
    public bool Render()
    {
        BitmapEffectRenderingFlags flags = renderer.RenderInfo.Flags;
        bool clips = !flags.HasFlag(BitmapEffectRenderingFlags.DisableSelectionClipping);
        RectInt32 area = clips ? environment.Selection.RenderBounds : source.Bounds();
        IReadOnlyList<RectInt32> tiles = TileSchedule.For(renderer.RenderInfo.Schedule, area);
        int alone = flags.HasFlag(BitmapEffectRenderingFlags.FirstTileIsRenderedWithBarrier) ? 1 : 0;
        foreach (RectInt32 tile in tiles.Take(alone)) Render(tile, clips);
        Parallel.ForEach(tiles.Skip(alone), new ParallelOptions { MaxDegreeOfParallelism = threads }, tile => Render(tile, clips));
        return !renderer.IsCancelRequested;
    }

    private void Render(RectInt32 tile, bool clips)
    {
        try
        {
            using BitmapEffectOutput? output = renderer.Render(tile);
            if (output is not null && !renderer.IsCancelRequested) Show(output, clips);
        }
        catch (OperationCanceledException) when (renderer.IsCancelRequested)
        {
        }
    }

    private void Show(BitmapEffectOutput output, bool clips)
    {
        RectInt32 tile = output.Bounds;
        RegionPtr<ColorBgra32> target = Bitmap.Region.Slice(tile), old = source.Region.Slice(tile);
        if (!clips || environment.HostSelection.IsWholeCanvas)
        {
            output.Buffer.Region.CopyTo(target);
            return;
        }
        for (int y = 0; y < tile.Height; y++)
        {
            for (int x = 0; x < tile.Width; x++)
            {
                byte mask = environment.HostSelection.Coverage(tile.X + x, tile.Y + y);
                target[x, y] = PixelBlend.Mix(old[x, y], output.Buffer.Region[x, y], mask);
            }
        }
    }
}
