using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using System.Runtime.Versioning;

namespace SPColor.Inference.Sessions;

/// <summary>Asks DXGI for the list of graphics adapters, in the order that DirectML counts them in.</summary>
[SupportedOSPlatform("windows")]
internal static partial class Dxgi
{
    private const int NotFound = unchecked((int)0x887A0002);
    private const uint SoftwareFlag = 2;
    private const string Cause = "Windows does not list the graphics adapters";

    /// <summary>The list, or why there is none.</summary>
    internal static GpuAdapters List()
    {
        try
        {
            int result = CreateDXGIFactory1(typeof(IDxgiFactory1).GUID, out IDxgiFactory1? factory);
            if (result < 0)
                return new GpuAdapters([], $"{Cause} (0x{result:X8})");
            List<GpuAdapter> adapters = [];
            for (uint index = 0; (result = factory!.EnumAdapters1(index, out IDxgiAdapter1? adapter)) >= 0; index++)
            {
                if (adapter!.GetDesc1(out AdapterDescription description) >= 0)
                    adapters.Add(description.ToAdapter((int)index));
            }

            return result == NotFound ? new GpuAdapters(adapters, null) : new GpuAdapters([], $"{Cause} (0x{result:X8})");
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or SEHException or InvalidCastException)
        {
            return new GpuAdapters([], $"{Cause} ({SessionFactory.OneLine(e)})");
        }
    }

    [LibraryImport("dxgi.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CreateDXGIFactory1(in Guid id, [MarshalUsing(typeof(UniqueComInterfaceMarshaller<IDxgiFactory1>))] out IDxgiFactory1? factory);

    /// <summary>DXGI_ADAPTER_DESC1.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct AdapterDescription
    {
        private const int NameLength = 128;

        private fixed char _name[NameLength];
        private readonly uint _vendor, _device, _subsystem, _revision;
        private readonly nuint _dedicatedVideo, _dedicatedSystem, _sharedSystem;
        private readonly uint _luidLow;
        private readonly int _luidHigh;
        private readonly uint _flags;

        internal GpuAdapter ToAdapter(int index)
        {
            fixed (char* name = _name)
            {
                ReadOnlySpan<char> text = new(name, NameLength);
                int end = text.IndexOf('\0');
                return new GpuAdapter(
                    index, (end < 0 ? text : text[..end]).Trim().ToString(), ((long)_luidHigh << 32) | _luidLow, (long)_dedicatedVideo, (_flags & SoftwareFlag) != 0);
            }
        }
    }
}
