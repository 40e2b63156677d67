namespace SPColor.Inference.Sessions;

/// <summary>
/// Looks for DirectML.dll before ONNX Runtime does: where it is missing, the process gets a structured exception instead of an error.
/// </summary>
internal static class DirectMLFiles
{
    private static readonly string[] Folders = ["", "runtimes/win-x64/native", "runtimes/win-arm64/native"];

    /// <summary>Why DirectML cannot be loaded, or null where its library lies beside ONNX Runtime's.</summary>
    /// <param name="directory">The program's folder.</param>
    internal static string? Fault(string directory)
    {
        if (!OperatingSystem.IsWindows())
            return "DirectML needs Windows";
        string? runtime = Folders
            .Select(folder => Path.Combine(directory, folder))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "onnxruntime.dll")));
        if (runtime is null)
            return $"onnxruntime.dll is missing in {directory}";
        return File.Exists(Path.Combine(runtime, "DirectML.dll")) ? null : $"DirectML.dll is missing in {runtime}";
    }
}
