namespace SPColor.PdnEffect.Worker;

/// <summary>Which program serves, and on which device.</summary>
/// <param name="Program">Full path of spcolor(.exe).</param>
/// <param name="Device">auto, cpu, gpu or gpu:N.</param>
/// <param name="More">Further arguments, such as --pack NAME.</param>
internal sealed record WorkerLaunch(string Program, string Device = "auto", IReadOnlyList<string>? More = null)
{
    private const string Processor = "cpu";

    /// <summary>
    /// Folder of the program inside the plugin's own folder. Apart from the plugin's files, because Paint.NET tries to load whatever
    /// DLLs lie beside a plugin, and the worker's native ones must never come into its process.
    /// </summary>
    public const string FolderName = "worker";

    public IReadOnlyList<string> Arguments => ["serve", "--device", Device, .. More ?? []];

    public bool IsOnProcessor => Device == Processor;

    /// <summary>The worker that was installed with the plugin.</summary>
    /// <param name="pluginFolder">Folder of the plugin's DLL.</param>
    /// <param name="device">auto, cpu, gpu or gpu:N.</param>
    public static WorkerLaunch InFolder(string pluginFolder, string device = "auto") =>
        new(Path.Combine(pluginFolder, FolderName, OperatingSystem.IsWindows() ? "spcolor.exe" : "spcolor"), device);

    public WorkerLaunch OnProcessor() => this with { Device = Processor };
}
