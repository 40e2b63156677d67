using PaintDotNet.Effects;
using PaintDotNet.Host.Documents;
using PaintDotNet.Host.Loading;
using PaintDotNet.Host.Services;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Session;

/// <summary>A document, a plugin, and the steps of the command line one after the other.</summary>
internal sealed class HostSession(HostOptions options, HostLog log)
{
    private readonly HostServices services = new(log, options.UserFiles, options.PluginFolder, options.Adapter);
    private readonly HostDocument document = Open(options);
    private int active = options.Active;
    private int results;
    private EffectConfigToken? lastToken;

    /// <summary>True when no effect was aborted and none wrote to its input.</summary>
    public bool Run()
    {
        Type effectType = PluginFolder.FindEffect(options.PluginFolder, log);
        bool good = true;
        foreach (string[] step in options.Steps.Select(text => text.Split('=')))
        {
            log.Line($"step {string.Join('=', step)}");
            switch (step)
            {
                case ["dialog"] or ["repeat"]:
                    good &= Use(effectType, step[0] == "dialog");
                    break;
                case ["active", string index]:
                    active = int.Parse(index, null);
                    break;
                case ["delete", string index]:
                    document.HostLayers.RemoveAt(int.Parse(index, null));
                    break;
                default:
                    throw new ArgumentException($"unknown step {string.Join('=', step)}: dialog, repeat, active=N or delete=N");
            }
        }
        return good;
    }

    private static HostDocument Open(HostOptions options)
    {
        SizeInt32 size = options.Canvas ?? PictureFile.SizeOf(options.Pictures[options.Active]);
        return new HostDocument(size, [.. options.Pictures.Select((path, i) =>
            new HostLayer(Path.GetFileNameWithoutExtension(path), PictureFile.LoadOnCanvas(path, size))
            {
                Visible = !options.Hidden.Contains(i),
                Opacity = options.Opacity.GetValueOrDefault(i, 1),
            })]);
    }

    private bool Use(Type effectType, bool dialog)
    {
        string before = document.PixelHash();
        var environment = new HostEnvironment(document, new HostSelection(document.Size, options.Selection, options.Feather), active);
        var run = new EffectRun(effectType, environment, services, options, log);
        MemoryBitmap<ColorBgra32>? pixels;
        if (dialog)
        {
            (pixels, EffectConfigToken? token) = run.FromMenu(lastToken) ?? default;
            lastToken = token ?? lastToken;
        }
        else
        {
            pixels = run.Repeat(lastToken ??= run.InitialToken());
        }
        if (document.PixelHash() != before)
        {
            log.Line("the effect wrote to its input");
            return false;
        }
        if (pixels is null) log.Line("document unmodified");
        else Commit(environment.ActiveLayer, pixels);
        return run.Failure is null;
    }

    private void Commit(HostLayer layer, MemoryBitmap<ColorBgra32> pixels)
    {
        pixels.Region.CopyTo(layer.Bitmap.Region);
        if (options.Out is null) return;
        string path = ++results == 1 ? options.Out : Path.ChangeExtension(options.Out, $".{results}.png");
        PictureFile.Save(pixels, path);
        log.Line($"wrote {path}");
    }
}
