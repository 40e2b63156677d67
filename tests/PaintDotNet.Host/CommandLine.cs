using System.CommandLine;
using System.Globalization;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host;

/// <summary>The host's command line.</summary>
internal static class CommandLine
{
    private static readonly Argument<string> Plugin = new("plugin") { Description = "Folder of a published plugin" };
    private static readonly Argument<string[]> Pictures = new("pictures") { Description = "One picture a layer, the bottom one first", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Out = new("--out") { Description = "PNG of the active layer after the first OK; the second goes to NAME.2.png, and so on" };
    private static readonly Option<int> Active = new("--active") { Description = "Index of the active layer (default 0)" };
    private static readonly Option<int[]> Hidden = new("--hidden") { Description = "Index of an invisible layer" };
    private static readonly Option<string[]> Opacity = new("--opacity") { Description = "INDEX=0..1" };
    private static readonly Option<string?> Selection = new("--selection") { Description = "X,Y,WIDTH,HEIGHT[,FEATHER]" };
    private static readonly Option<string?> Canvas = new("--canvas") { Description = "WIDTH,HEIGHT (default: the active picture's)" };
    private static readonly Option<bool> Dark = new("--dark") { Description = "Dark theme" };
    private static readonly Option<string[]> Do = new("--do")
    {
        Description = "Steps in order: dialog, repeat (Ctrl+F), repeat=N (cancelled after N milliseconds), undo, active=N, delete=N, dark, light, "
            + "selection=X,Y,WIDTH,HEIGHT[,FEATHER] (selection= for none)",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["dialog"],
    };
    private static readonly Option<int> Repeat = new("--repeat") { Description = "That many Ctrl+F after the other steps" };
    private static readonly Option<long?> AutoOkAfter = new("--auto-ok-after") { Description = "Milliseconds after which the dialog's OK is pressed" };
    private static readonly Option<long?> AutoCancelAfter = new("--auto-cancel-after") { Description = "The same for Cancel" };
    private static readonly Option<int?> CancelRepeatAfter = new("--cancel-repeat-after") { Description = "Milliseconds after which a Ctrl+F is cancelled" };
    private static readonly Option<int> Threads = new("--threads") { Description = "Rendering threads", DefaultValueFactory = _ => 4 };
    private static readonly Option<int?> Adapter = new("--adapter") { Description = "Index that the adapter service answers; without it there is no such service" };
    private static readonly Option<string> UserFiles = new("--user-files") { Description = "The user files folder", DefaultValueFactory = _ => Path.GetTempPath() };
    private static readonly Option<string> Window = new("--window") { Description = "X,Y,WIDTH,HEIGHT of the canvas window", DefaultValueFactory = _ => "0,0,1000,700" };

    /// <summary>Null when the command line is wrong or only asks for help; then <paramref name="exitCode"/> says which.</summary>
    public static HostOptions? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Loads a plugin as Paint.NET does and runs its effect")
        {
            Plugin, Pictures, Out, Active, Hidden, Opacity, Selection, Canvas, Dark, Do, Repeat, AutoOkAfter, AutoCancelAfter,
            CancelRepeatAfter, Threads, Adapter, UserFiles, Window,
        };
        HostOptions? options = null;
        root.SetAction(result => options = Read(result));
        exitCode = root.Parse(args).Invoke();
        return options;
    }

    /// <summary>A selection and its feather; null: everything.</summary>
    public static (RectInt32? Rect, int Feather) Selected(string? text) => Numbers(text) is [var x, var y, var width, var height, .. var rest]
        ? (new RectInt32(x, y, width, height), rest.FirstOrDefault())
        : (null, 0);

    private static HostOptions Read(ParseResult result)
    {
        (RectInt32? selection, int feather) = Selected(result.GetValue(Selection));
        int[] window = Numbers(result.GetValue(Window)), canvas = Numbers(result.GetValue(Canvas));
        return new HostOptions
        {
            PluginFolder = Path.GetFullPath(result.GetRequiredValue(Plugin)),
            Pictures = result.GetRequiredValue(Pictures),
            Steps = [.. result.GetRequiredValue(Do), .. Enumerable.Repeat("repeat", result.GetValue(Repeat))],
            Out = result.GetValue(Out),
            Active = result.GetValue(Active),
            Hidden = result.GetValue(Hidden) ?? [],
            Opacity = (result.GetValue(Opacity) ?? []).Select(text => text.Split('=')).ToDictionary(
                parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => float.Parse(parts[1], CultureInfo.InvariantCulture)),
            Selection = selection,
            Feather = feather,
            Canvas = canvas is [var canvasWidth, var canvasHeight] ? new SizeInt32(canvasWidth, canvasHeight) : null,
            Dark = result.GetValue(Dark),
            Threads = result.GetValue(Threads),
            Adapter = result.GetValue(Adapter),
            UserFiles = result.GetRequiredValue(UserFiles),
            Window = new Rectangle(window[0], window[1], window[2], window[3]),
            AutoOkAfter = result.GetValue(AutoOkAfter) ?? long.MaxValue,
            AutoCancelAfter = result.GetValue(AutoCancelAfter) ?? long.MaxValue,
            CancelRepeatAfter = result.GetValue(CancelRepeatAfter),
        };
    }

    private static int[] Numbers(string? text) =>
        string.IsNullOrEmpty(text) ? [] : [.. text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}
