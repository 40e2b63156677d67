using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Pairing;

/// <summary>One entry of a row's dropdown.</summary>
/// <param name="Value">The choice's text form; empty: several choices at once, which cannot be chosen.</param>
/// <param name="Label">What the user reads.</param>
/// <param name="Thumbnail">The area that it names; null: it names none.</param>
internal sealed record AreaOption(string Value, string Label, PixelBuffer? Thumbnail)
{
    /// <summary>Entries are the same if they mean the same, whatever they show.</summary>
    public bool Equals(AreaOption? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Label;
}
