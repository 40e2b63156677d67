using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SPColor.Core.Assignment;

/// <summary>A saved pairing: <c>{ "format": 1, "pack": "compact", "areas": 12, "target": { "3": "B:1" }, "references": { "A:2": "7" } }</c>.</summary>
/// <param name="Pack">Name of the model pack whose areas are meant.</param>
/// <param name="Areas">Number of areas N that it was made with, 1…27.</param>
/// <param name="Assignment">The choices.</param>
public sealed record AssignmentFile(string Pack, int Areas, CategoryAssignment Assignment)
{
    /// <summary>The version of the format that is read and written.</summary>
    public const int FormatVersion = 1;

    /// <summary>Larger files are refused unread.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxPackName = 100;

    /// <summary>Reads a pairing.</summary>
    /// <param name="stream">UTF-8, at most <see cref="MaxBytes"/>.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="SPColorException">It cannot be read, is too large, not JSON, of another version, or says something unknown.</exception>
    public static AssignmentFile Load(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] bytes = new byte[MaxBytes + 1];
        try
        {
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaxBytes)
                throw Refuse(name, $"is larger than {MaxBytes >> 20} MB and so is no pairing: choose another file");

            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length), name);
        }
        catch (DecoderFallbackException e)
        {
            throw Refuse(name, "is not UTF-8 text: save it again from SPColor", e);
        }
        catch (IOException e)
        {
            throw Refuse(name, "cannot be read: check that its disk is still there", e);
        }
    }

    /// <summary>Reads a pairing.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="SPColorException">It is not JSON, of another version, or says something unknown.</exception>
    public static AssignmentFile Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        string text = json.TrimStart('\uFEFF');
        int? format = Read(text, name, AssignmentJson.Default.AssignmentFormat).Format;
        if (format is null)
            throw Refuse(name, "does not state its format and so is no pairing: choose another file");
        if (format != FormatVersion)
            throw Refuse(name, $"has format {format}, this version reads {FormatVersion}: {(format > FormatVersion ? "update SPColor" : "save it again from SPColor")}");

        AssignmentDocument document = Read(text, name, AssignmentJson.Default.AssignmentDocument);
        if (string.IsNullOrWhiteSpace(document.Pack) || document.Pack.Length > MaxPackName)
            throw Refuse(name, "does not name its model pack: save it again from SPColor");
        if (document.Areas is < 1 or > AreaName.IdCount)
            throw Refuse(name, $"has {document.Areas} areas, but must have 1…{AreaName.IdCount}: save it again from SPColor");

        try
        {
            return new AssignmentFile(document.Pack, document.Areas, ToAssignment(document));
        }
        catch (SPColorException e)
        {
            throw Refuse(name, $"cannot be used: {e.Message}", e);
        }
    }

    /// <summary>The file's text; entries are sorted, so that equal pairings give equal files.</summary>
    public string ToJson()
    {
        AssignmentDocument document = new(
            FormatVersion,
            Pack,
            Areas,
            Assignment.Targets.OrderBy(item => item.Key).ToDictionary(
                item => item.Key.ToString(CultureInfo.InvariantCulture), string? (item) => item.Value.ToString()),
            Assignment.References.OrderBy(item => item.Key.Reference).ThenBy(item => item.Key.ClassId).ToDictionary(
                item => item.Key.ToString(), string? (item) => item.Value.ToString()));
        return JsonSerializer.Serialize(document, AssignmentJson.Default.AssignmentDocument);
    }

    /// <summary>Writes the file as UTF-8.</summary>
    /// <param name="stream">Where to.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(ToJson()));
    }

    private static CategoryAssignment ToAssignment(AssignmentDocument document)
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic;
        foreach ((string area, string? choice) in document.Target ?? [])
        {
            AreaName name = AreaName.Parse(area);
            if (name.Reference is not null)
                throw new SPColorException($"'{name}' is an area of a reference, but stands among the target's: write the number alone");

            assignment = assignment.WithTarget(name.ClassId, TargetChoice.Parse(choice ?? ""));
        }

        foreach ((string area, string? choice) in document.References ?? [])
            assignment = assignment.WithReference(AreaName.Parse(area), ReferenceChoice.Parse(choice ?? ""));

        return assignment;
    }

    private static T Read<T>(string json, string name, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Refuse(name, "is empty: choose another file");
        }
        catch (JsonException e)
        {
            throw Refuse(name, $"is not a pairing that can be read (line {e.LineNumber.GetValueOrDefault() + 1}): save it again from SPColor", e);
        }
    }

    private static SPColorException Refuse(string name, string complaint, Exception? inner = null)
        => new($"pairing file {name} {complaint}", inner);
}
