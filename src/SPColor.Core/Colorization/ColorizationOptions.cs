using SPColor.Core.Assignment;

namespace SPColor.Core.Colorization;

/// <summary>What the user may change between two runs on the same pictures.</summary>
/// <param name="Areas">Number of areas N, 1 … number of centres; null: the pack's default.</param>
/// <param name="Assignment">The user's class→class tables.</param>
public sealed record ColorizationOptions(int? Areas, CategoryAssignment Assignment)
{
    /// <summary>The pack's number of areas, every area matched with its own class.</summary>
    public static ColorizationOptions Default { get; } = new(null, CategoryAssignment.Automatic);
}
