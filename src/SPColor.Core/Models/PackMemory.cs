namespace SPColor.Core.Models;

/// <summary>Refuses a pack that the machine has no memory for, before any of it is loaded.</summary>
public static class PackMemory
{
    /// <summary>Compares what the manifest asks for with what is free.</summary>
    /// <param name="manifest">The manifest; one that asks for nothing passes.</param>
    /// <exception cref="SPColorException">Too little memory is free.</exception>
    public static void Require(ModelManifest manifest)
    {
        if (manifest.Memory is not null)
            Require(manifest, Free());
    }

    /// <summary>As <see cref="Require(ModelManifest)"/>, with what is free given.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="free">Free bytes.</param>
    internal static void Require(ModelManifest manifest, long free)
    {
        if (manifest.Memory is { } needed && needed > free)
        {
            throw new SPColorException(
                $"the model pack \"{manifest.Name}\" needs {needed / 1e9:0.0} GB of free memory and {free / 1e9:0.0} GB are free: "
                + $"close other programs, or use the pack \"{ModelPacks.DefaultName}\"");
        }
    }

    // Of the container where there is one. The numbers are those of the last collection, so there must have been one.
    private static long Free()
    {
        GC.Collect(0);
        GCMemoryInfo info = GC.GetGCMemoryInfo();
        return info.TotalAvailableMemoryBytes - info.MemoryLoadBytes;
    }
}
