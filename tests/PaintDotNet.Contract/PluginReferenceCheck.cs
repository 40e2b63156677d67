using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PaintDotNet.Contract;

/// <summary>Finds what would keep a built plugin from loading or running in Paint.NET 5.1.0 and later.</summary>
public sealed class PluginReferenceCheck
{
    private const string Prefix = "PaintDotNet.";
    // Paint.NET 5.1.0 is 5.100.9082; it brings .NET 9. Whoever asks for a higher version gets FileNotFoundException.
    private static readonly Version HighestPaintDotNet = new(5, 100, 0, 0);
    private static readonly Version HighestFramework = new(9, 0, 0, 0);
    // Only these two are made to be implemented by plugins; the others have internal members in Paint.NET.
    private static readonly string[] ImplementableInterfaces = ["PaintDotNet.IPluginSupportInfo", "PaintDotNet.IPluginSupportInfoProvider"];

    private readonly MetadataReader reader;
    private readonly SignatureNames names;
    private readonly ApiContract contract;
    private readonly string folder;

    private PluginReferenceCheck(MetadataReader reader, ApiContract contract, string folder)
    {
        (this.reader, this.contract, this.folder) = (reader, contract, folder);
        names = new SignatureNames(reader);
    }

    /// <summary>One line for each violation; none when the assembly keeps to the contract.</summary>
    /// <param name="assemblyPath">A managed DLL. Assemblies beside it count as its own; all others as Paint.NET's or .NET's.</param>
    /// <param name="contract">The recorded surface.</param>
    public static IReadOnlyList<string> Run(string assemblyPath, ApiContract contract)
    {
        using var pe = new PEReader(File.OpenRead(assemblyPath));
        var check = new PluginReferenceCheck(pe.GetMetadataReader(), contract, Path.GetDirectoryName(Path.GetFullPath(assemblyPath))!);
        return [.. check.Assemblies().Concat(check.Types()).Concat(check.Members()).Concat(check.Interfaces())];
    }

    /// <summary>The violations of every managed DLL in a plugin's folder, each with its file's name; a PaintDotNet assembly in it is one.</summary>
    /// <param name="pluginFolder">A published plugin.</param>
    /// <param name="contract">The recorded surface.</param>
    public static IReadOnlyList<string> RunOnFolder(string pluginFolder, ApiContract contract)
    {
        List<string> violations = [];
        foreach (string path in Directory.EnumerateFiles(pluginFolder, "*.dll").Order(StringComparer.Ordinal))
        {
            string file = Path.GetFileName(path);
            if (file.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) violations.Add($"{file}: must not be shipped");
            else if (IsManaged(path)) violations.AddRange(Run(path, contract).Select(violation => $"{file}: {violation}"));
        }
        return violations;
    }

    private static bool IsManaged(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        return pe.HasMetadata;
    }

    private IEnumerable<string> Assemblies()
    {
        foreach (AssemblyReference reference in reader.AssemblyReferences.Select(reader.GetAssemblyReference))
        {
            string name = reader.GetString(reference.Name);
            if (name.StartsWith("System.Private.", StringComparison.Ordinal)) yield return $"reference to the private assembly {name}";
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                if (!contract.HasAssembly(name)) yield return $"reference to {name}, which the contract does not have";
                if (reference.Version > HighestPaintDotNet) yield return $"reference to {name} {reference.Version}, above {HighestPaintDotNet}";
                if (!reference.PublicKeyOrToken.IsNil) yield return $"reference to {name} with a strong name; Paint.NET's has none";
            }
            else if (reference.Version > HighestFramework && !File.Exists(Path.Combine(folder, name + ".dll")))
            {
                yield return $"reference to {name} {reference.Version}, above {HighestFramework}";
            }
        }
    }

    private IEnumerable<string> Types() =>
        from handle in reader.TypeReferences
        let assembly = AssemblyOf(handle)
        where assembly is not null
        let type = names.GetTypeFromReference(reader, handle, 0)
        where !contract.HasType(assembly, type)
        select $"{assembly} | {type} is not in the contract";

    private IEnumerable<string> Members()
    {
        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (DeclaringType(member.Parent) is not { } handle || AssemblyOf(handle) is not { } assembly) continue;
            string type = names.GetTypeFromReference(reader, handle, 0), name = reader.GetString(member.Name);
            string line = member.GetKind() == MemberReferenceKind.Method
                ? ApiContract.MethodLine(assembly, type, SignatureNames.Method(member.DecodeMethodSignature(names, null), name))
                : ApiContract.FieldLine(assembly, type, $"{member.DecodeFieldSignature(names, null)} {name}");
            if (!contract.HasMember(line)) yield return $"{line} is not in the contract";
        }
    }

    private IEnumerable<string> Interfaces() =>
        from type in reader.TypeDefinitions.Select(reader.GetTypeDefinition)
        from implementation in type.GetInterfaceImplementations().Select(reader.GetInterfaceImplementation)
        let handle = DeclaringType(implementation.Interface)
        where handle is not null && AssemblyOf(handle.Value) is not null
        let name = names.GetTypeFromReference(reader, handle.Value, 0)
        where !ImplementableInterfaces.Contains(name)
        select $"{reader.GetString(type.Name)} implements {name}, which only Paint.NET may";

    private TypeReferenceHandle? DeclaringType(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification) return null;
        // Only "Generic<…>" matters here: its signature is GENERICINST, CLASS or VALUETYPE, then the generic type.
        BlobReader blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        blob.ReadCompressedInteger();
        EntityHandle generic = blob.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)generic : null;
    }

    /// <summary>The Paint.NET assembly that a type is looked for in; null for any other.</summary>
    private string? AssemblyOf(TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        if (scope.Kind == HandleKind.TypeReference) return AssemblyOf((TypeReferenceHandle)scope);
        if (scope.Kind != HandleKind.AssemblyReference) return null;
        string name = reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name : null;
    }
}
