using System.Text;
using SPColor.Core.Files;

namespace SPColor.Core.Models;

/// <summary>Which pack the user wants where none is named, in the command line and in the plugin: one line in a file of the user's own.</summary>
/// <param name="file">The file.</param>
public sealed class PackChoice(string file)
{
    private const int LongestLine = 1000;

    /// <summary>The user's choice.</summary>
    public static PackChoice User { get; } = new(Path.Combine(ModelPacks.UserFolder, "default.txt"));

    /// <summary>The chosen pack's name or folder; <see cref="ModelPacks.DefaultName"/> where nothing was chosen or the file cannot be read.</summary>
    public string Read()
    {
        try
        {
            string line = File.Exists(file) && new FileInfo(file).Length <= LongestLine ? File.ReadAllText(file, Encoding.UTF8).Trim() : "";
            return line.Length == 0 ? ModelPacks.DefaultName : line;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ModelPacks.DefaultName;
        }
    }

    /// <summary>Keeps a choice.</summary>
    /// <param name="pack">A pack's name or full folder.</param>
    /// <exception cref="SPColorException">The file cannot be written.</exception>
    public void Write(string pack)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(pack + "\n")), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SPColorException($"{file} cannot be written ({e.Message}): check its permissions", e);
        }
    }
}
