namespace SPColor.Worker.Tests.Pictures;

/// <summary>A folder of one test's own.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("spcolor-test-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string Put(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Order()];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
