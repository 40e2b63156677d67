using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SPColor.Inference.Sessions;

/// <summary>Switches off what ONNX Runtime would write and send of its own accord (docs/architecture.md §6).</summary>
internal static partial class Telemetry
{
    /// <summary>Read by ONNX Runtime 1.29 and later when its library is first used.</summary>
    internal const string Variable = "ORT_DISABLE_TELEMETRY";

    private static bool _eventsAreOff;

    /// <summary>Runs before any other code of this assembly, the only one that names ONNX Runtime: so before its library is loaded.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Nothing of this assembly may run before it, whoever calls first.")]
    internal static void SwitchOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        // Elsewhere than on Windows .NET keeps a copy of the environment of its own, and a native library sees only libc's.
        if (!OperatingSystem.IsWindows())
            _ = SetNative(Variable, "1", overwrite: 1);
    }

    /// <summary>Switches off the events that Windows builds report to the system, which know no environment variable. Before the first session.</summary>
    internal static void SwitchOffEvents()
    {
        if (!_eventsAreOff)
            OrtEnv.Instance().DisableTelemetryEvents();
        _eventsAreOff = true;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetNative(string name, string value, int overwrite);
}
