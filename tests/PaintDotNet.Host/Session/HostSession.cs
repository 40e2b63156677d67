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
    private RectInt32? selection = options.Selection;
    private int feather = options.Feather;
    private Action undo = () => { };
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
                case ["dialog"]:
                    good &= Use(effectType, run => run.FromMenu(lastToken));
                    break;
                case ["repeat"]:
                    good &= Use(effectType, run => run.Repeat(lastToken, options.CancelRepeatAfter));
                    break;
                case ["repeat", string delay]:
                    good &= Use(effectType, run => run.Repeat(lastToken, int.Parse(delay, null)));
                    break;
                case ["dark"] or ["light"]:
                    PdnBaseForm.IsAppThemeDark = step[0] == "dark";
                    break;
                case ["active", string index]:
                    active = int.Parse(index, null);
                    break;
                case ["delete", string index]:
                    document.HostLayers.RemoveAt(int.Parse(index, null));
                    break;
                case ["undo"]:
                    undo();
                    break;
                case ["selection", string text]:
                    (selection, feather) = CommandLine.Selected(text);
                    break;
                default:
                    throw new ArgumentException($"unknown step {string.Join('=', step)}: see --help");
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

    private bool Use(Type effectType, Func<EffectRun, (MemoryBitmap<ColorBgra32> Pixels, EffectConfigToken Token)?> use)
    {
        string before = document.PixelHash();
        var environment = new HostEnvironment(document, new HostSelection(document.Size, selection, feather), active);
        var run = new EffectRun(effectType, environment, services, options, log);
        (MemoryBitmap<ColorBgra32>? pixels, EffectConfigToken? token) = use(run) ?? default;
        lastToken = token ?? lastToken;
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
        var before = (MemoryBitmap<ColorBgra32>)layer.Bitmap.ToBitmap();
        undo = () => before.Region.CopyTo(layer.Bitmap.Region);
        pixels.Region.CopyTo(layer.Bitmap.Region);
        if (options.Out is null) return;
        string path = ++results == 1 ? options.Out : Path.ChangeExtension(options.Out, $".{results}.png");
        PictureFile.Save(pixels, path);
        log.Line($"wrote {path}");
    }
}
