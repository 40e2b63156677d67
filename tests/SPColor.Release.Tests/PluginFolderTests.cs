using SPColor.Core;

namespace SPColor.Release.Tests;

public sealed class PluginFolderTests
{
    [Fact]
    public void A_folder_with_managed_DLLs_and_a_worker_is_accepted()
    {
        using TestFolder folder = Plugin();
        PluginFolder.Check(folder.Path);
    }

    [Theory]
    [InlineData("SPColor.PdnEffect.deps.json")]
    [InlineData("worker/spcolor.exe")]
    [InlineData("worker/onnxruntime.dll")]
    public void A_missing_file_is_named(string name)
    {
        using TestFolder folder = Plugin();
        File.Delete(Path.Combine(folder.Path, name));
        Assert.Contains(name, Assert.Throws<SPColorException>(() => PluginFolder.Check(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_native_DLL_beside_the_plugin_is_refused()
    {
        using TestFolder folder = Plugin();
        folder.Put("DirectML.dll", NativeImage());
        Assert.Contains("DirectML.dll is native", Assert.Throws<SPColorException>(() => PluginFolder.Check(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_runtimes_is_refused()
    {
        using TestFolder folder = Plugin();
        folder.Put("runtimes/win-x64/native/onnxruntime.dll");
        Assert.Contains("runtimes", Assert.Throws<SPColorException>(() => PluginFolder.Check(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_for_graphics_adapters_without_DirectML_is_refused()
    {
        using TestFolder folder = Plugin();
        Assert.Contains("DirectML.dll", Assert.Throws<SPColorException>(() => PluginFolder.CheckDirectML(folder.Path)).Message, StringComparison.Ordinal);
        folder.Put("worker/DirectML.dll");
        PluginFolder.CheckDirectML(folder.Path);
    }

    private static TestFolder Plugin()
    {
        var folder = new TestFolder();
        folder.Put("SPColor.PdnEffect.dll", File.ReadAllBytes(typeof(PluginFolderTests).Assembly.Location));
        foreach (string name in new[] { "SPColor.PdnEffect.deps.json", "worker/spcolor.exe", "worker/onnxruntime.dll" }) folder.Put(name);
        return folder;
    }

    /// <summary>This assembly with the entry of the common language runtime taken out of its header.</summary>
    private static byte[] NativeImage()
    {
        byte[] image = File.ReadAllBytes(typeof(PluginFolderTests).Assembly.Location);
        using var reader = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(image));
        // The data directories end the optional header; the runtime's is the 15th of 16, 8 bytes each.
        int end = reader.PEHeaders.PEHeaderStartOffset + reader.PEHeaders.CoffHeader.SizeOfOptionalHeader;
        image.AsSpan(end - 16, 8).Clear();
        return image;
    }
}
