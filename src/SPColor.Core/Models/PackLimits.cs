namespace SPColor.Core.Models;

/// <summary>The bounds that keep a wrong or hostile pack from filling memory. All sizes are in bytes.</summary>
public static class PackLimits
{
    /// <summary>The manifest format that this program reads and writes.</summary>
    public const int ManifestFormat = 1;

    /// <summary>Largest manifest: 1 MB.</summary>
    public const int ManifestBytes = 1_000_000;

    /// <summary>Largest single file; it is held in one array while a session is made.</summary>
    public const long FileBytes = 2_000_000_000;

    /// <summary>Largest pack, all files together.</summary>
    public const long PackBytes = 4_000_000_000;

    /// <summary>Most memory that a pack may ask for: 64 GB.</summary>
    public const long MemoryBytes = 64_000_000_000;

    /// <summary>Most files in one pack.</summary>
    public const int Files = 64;

    /// <summary>Most class centres.</summary>
    public const int Centres = 256;

    /// <summary>Most areas that a picture is ever cut into (27 in the paper).</summary>
    public const int Areas = 27;

    /// <summary>Most channels of a feature vector or a code.</summary>
    public const int Channels = 4096;

    /// <summary>Working sizes are multiples of this, so a stride must divide it.</summary>
    public const int WorkingMultiple = 32;
}
