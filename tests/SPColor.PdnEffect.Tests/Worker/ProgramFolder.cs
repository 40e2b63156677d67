namespace SPColor.PdnEffect.Tests.Worker;

/// <summary>The misbehaving worker program in a folder of one test's own, which the test may damage.</summary>
internal sealed class ProgramFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("spcolor-program-");

    public ProgramFolder(string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(IsPart))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Program = Path.Combine(folder, Path.GetFileName(Fake.Program));
    }

    public string Program { get; }

    /// <summary>Takes the right to execute away.</summary>
    public void Forbid()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program, UnixFileMode.UserRead);
    }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>The program and the libraries it stands on; the tests' own files stay where they are.</summary>
    private static bool IsPart(string path)
    {
        string name = Path.GetFileName(path);
        return name.StartsWith("SPColor.FakeWorker", StringComparison.Ordinal)
            || (Path.GetExtension(name) == ".dll" && !name.Contains("xunit", StringComparison.Ordinal) && !name.Contains("Tests", StringComparison.Ordinal));
    }
}
