using SPColor.Core.Models;

namespace SPColor.Inference.Tests;

/// <summary>The committed pack, as copied beside the tests.</summary>
internal static class CompactPack
{
    internal static string Directory { get; } = ModelPacks.Installed.Locate(ModelPacks.DefaultName);

    internal static ModelPack Open() => ModelPack.Open(Directory);
}
