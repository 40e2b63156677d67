namespace SPColor.Worker.Pictures;

/// <summary>A line or more that somebody wrote about a picture: a comment of a JPEG file, a text of a PNG file.</summary>
/// <param name="Key">What it is, in PNG's words ("Title", "Author", …; PNG 1.2 §4.2.3.1); <see cref="Comment"/> where nothing is said.</param>
/// <param name="Text">What it says.</param>
internal sealed record PictureText(string Key, string Text)
{
    /// <summary>The key of a plain comment.</summary>
    public const string Comment = "Comment";

    /// <summary>The text for a place that knows no keys: "Author: A. Drawn", a plain comment as it is.</summary>
    public string WithKey => Key == Comment ? Text : $"{Key}: {Text}";
}
