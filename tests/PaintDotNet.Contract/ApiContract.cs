namespace PaintDotNet.Contract;

/// <summary>The recorded public surface of Paint.NET's assemblies: one line for each public or protected type and member.</summary>
/// <remarks>A type's line is "Assembly | Type | kind …"; a member's line is "Assembly | Type | method … ; access" or "… | field …".</remarks>
public sealed class ApiContract
{
    internal const string AccessMark = " ; ";
    private readonly HashSet<string> assemblies = [];
    private readonly HashSet<string> types = [];
    private readonly HashSet<string> members = [];

    private ApiContract(IEnumerable<string> lines)
    {
        foreach (string[] parts in lines.Select(line => line.Split(" | ")))
        {
            if (parts.Length != 3) throw new FormatException($"contract line \"{string.Join(" | ", parts)}\": expected \"assembly | type | member\"");
            assemblies.Add(parts[0]);
            if (IsMember(parts[2])) members.Add(string.Join(" | ", parts).Split(AccessMark)[0]);
            else types.Add($"{parts[0]} | {parts[1]}");
        }
    }

    /// <summary>Reads a file that <see cref="ContractRecorder"/> wrote.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static ApiContract Read(string path) => new(File.ReadLines(path));

    internal static string MethodLine(string assembly, string type, string method) => $"{assembly} | {type} | method {method}";

    internal static string FieldLine(string assembly, string type, string field) => $"{assembly} | {type} | field {field}";

    internal bool HasAssembly(string assembly) => assemblies.Contains(assembly);

    internal bool HasType(string assembly, string type) => types.Contains($"{assembly} | {type}");

    internal bool HasMember(string line) => members.Contains(line);

    private static bool IsMember(string text) =>
        text.StartsWith("method ", StringComparison.Ordinal) || text.StartsWith("field ", StringComparison.Ordinal);
}
