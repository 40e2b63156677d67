using SPColor.Core.Models;

namespace SPColor.Core.Tests.Models;

public sealed class PackMemoryTests : IDisposable
{
    private readonly TemporaryPack _files = new();

    [Fact]
    public void A_pack_that_asks_for_more_than_is_free_is_refused_with_both_numbers()
    {
        _files.Change(manifest => manifest["memory"] = 2_400_000_000L);
        ModelManifest manifest = ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Manifest;

        PackMemory.Require(manifest, 2_400_000_000);
        SPColorException failure = Assert.Throws<SPColorException>(() => PackMemory.Require(manifest, 1_100_000_000));

        Assert.Contains("needs 2.4 GB of free memory and 1.1 GB are free: close other programs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_free_is_asked_of_the_machine()
    {
        _files.Change(manifest => manifest["memory"] = 1);
        PackMemory.Require(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Manifest);

        _files.Change(manifest => manifest["memory"] = PackLimits.MemoryBytes);
        long physical = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Assert.SkipWhen(physical > PackLimits.MemoryBytes, "this machine has more memory than a pack may ask for");
        Assert.Throws<SPColorException>(() => PackMemory.Require(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Manifest));
    }

    [Fact]
    public void A_pack_that_asks_for_nothing_passes() =>
        PackMemory.Require(ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken).Manifest);

    public void Dispose() => _files.Dispose();
}
