using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

/// <summary>What a whole run of spcolor leaves and reaches is watched in SPColor.Worker.Tests/Privacy.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public void The_native_environment_says_no_before_anything_else_of_the_assembly_runs()
    {
        // Any member will do: it is the assembly's own initializer that is looked for.
        _ = ComputeDevice.Cpu;

        Assert.Equal("1", OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(Telemetry.Variable)
            : Marshal.PtrToStringUTF8(GetNative(Telemetry.Variable)));
    }

    [Fact]
    public void The_events_of_Windows_builds_are_switched_off_too()
    {
        using FileStream file = File.OpenRead(typeof(ComputeDevice).Assembly.Location);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();

        Assert.Contains("DisableTelemetryEvents", metadata.MemberReferences.Select(used => metadata.GetString(metadata.GetMemberReference(used).Name)));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetNative(string name);
}
