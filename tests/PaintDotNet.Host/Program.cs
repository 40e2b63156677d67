using System.Text;
using PaintDotNet.Host.Session;

namespace PaintDotNet.Host;

/// <summary>A stand-in for Paint.NET: loads a plugin's folder, shows its dialog over pictures from files, renders as Paint.NET does.</summary>
internal static class Program
{
    [STAThread]
    private static int Main(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        if (CommandLine.Parse(args, out int exitCode) is not { } options) return exitCode;
        Application.SetHighDpiMode(HighDpiMode.SystemAware);
        // A fault in the dialog must end the program, not open a box that waits for nobody.
        Application.SetUnhandledExceptionMode(UnhandledExceptionMode.ThrowException);
        Application.EnableVisualStyles();
        Application.SetCompatibleTextRenderingDefault(false);
        PdnBaseForm.IsAppThemeDark = options.Dark;
        var log = new HostLog();
        try
        {
            return new HostSession(options, log).Run() ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            log.Line($"cannot run: {e.Message}");
            return 2;
        }
    }
}
