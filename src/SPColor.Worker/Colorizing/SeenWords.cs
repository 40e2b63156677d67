using System.Globalization;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Colorizing;

/// <summary>Says which part of a picture is looked at.</summary>
internal static class SeenWords
{
    /// <summary>"288×216 at (28, 21)", with the turn where there is one.</summary>
    public static string Of(SeenPart part)
    {
        string turn = part.IsUpright ? "" : string.Create(CultureInfo.InvariantCulture, $", turned by {part.Turn:0.#}°");
        return $"{part.Size} at ({part.Bounds.X}, {part.Bounds.Y}){turn}";
    }
}
