using System.Runtime.InteropServices;

namespace SPColor.Core.Files;

/// <summary>Tells files that hold bytes from pipes, sockets and devices, which .NET shows as files too.</summary>
internal static partial class RegularFile
{
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;
    private const int FactsLength = 256;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether nothing but a regular file stands at a place.</summary>
    /// <param name="place">A full path; a link counts as what it points to.</param>
    public static bool IsOrMissing(string place)
    {
        if (OperatingSystem.IsWindows())
            return !place.StartsWith(@"\\.\", StringComparison.Ordinal);
        if (!OperatingSystem.IsLinux() || !File.Exists(place))
            return true;
        byte[] facts = new byte[FactsLength];
        return StatX(CurrentFolder, place, 0, TypeWanted, facts) != 0 || (BitConverter.ToUInt16(facts, ModeAt) & TypeMask) == Regular;
    }

    // Of all system calls that know a file's type, the one whose answer has the same layout on every processor (statx(2)).
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, [Out] byte[] facts);
}
