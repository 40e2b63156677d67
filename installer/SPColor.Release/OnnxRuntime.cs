namespace SPColor.Release;

/// <summary>The values of the build property <c>OnnxRuntimeFlavor</c>.</summary>
internal static class OnnxRuntime
{
    public const string Cpu = "Cpu";
    public const string DirectML = "DirectML";
    public const string DirectMLPackage = "Microsoft.ML.OnnxRuntime.DirectML";
}
