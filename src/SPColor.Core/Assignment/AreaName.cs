using System.Globalization;

namespace SPColor.Core.Assignment;

/// <summary>An area of the target ("3") or of one reference ("B:3").</summary>
/// <param name="Reference">0 … 25 for the references A … Z; null for the target, or for any reference.</param>
/// <param name="ClassId">Class id, 0 … <see cref="IdCount"/>−1.</param>
public readonly record struct AreaName(int? Reference, int ClassId)
{
    /// <summary>Class ids are below this, however many areas there are (spcolor.md §1.7).</summary>
    public const int IdCount = 27;

    /// <summary>Number of references that have a letter.</summary>
    public const int ReferenceCount = 26;

    /// <summary>Reads the text form; the letter may be small.</summary>
    /// <param name="text">Like "3" or "B:3".</param>
    /// <exception cref="SPColorException">It is neither.</exception>
    public static AreaName Parse(string text)
        => TryParse(text, out AreaName name)
            ? name
            : throw new SPColorException($"area '{Quote(text)}' is not known: write a number 0…{IdCount - 1}, with a reference's letter where needed, like 3 or B:3");

    /// <summary>Reads the text form; the letter may be small.</summary>
    /// <param name="text">Like "3" or "B:3".</param>
    /// <param name="name">The area.</param>
    public static bool TryParse(string? text, out AreaName name)
    {
        name = default;
        ReadOnlySpan<char> digits = text;
        int? reference = null;
        if (digits.Length > 2 && digits[1] == ':' && char.IsAsciiLetter(digits[0]))
        {
            reference = char.ToUpperInvariant(digits[0]) - 'A';
            digits = digits[2..];
        }

        if (!TryParseId(digits, out int id))
            return false;

        name = new AreaName(reference, id);
        return true;
    }

    /// <summary>The text form, like "3" or "B:3".</summary>
    public override string ToString() => Reference is { } index
        ? $"{(char)('A' + index)}:{ClassId.ToString(CultureInfo.InvariantCulture)}"
        : ClassId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a class id. A leading zero is refused, so that every area has one spelling.</summary>
    internal static bool TryParseId(ReadOnlySpan<char> digits, out int id)
        => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id)
            && id < IdCount
            && (digits.Length == 1 || digits[0] != '0');

    /// <summary>Makes foreign text fit for a one-line message.</summary>
    internal static string Quote(string? text)
    {
        const int longest = 40;
        string line = string.Concat((text ?? "").Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return line.Length <= longest ? line : line[..longest] + "…";
    }
}
