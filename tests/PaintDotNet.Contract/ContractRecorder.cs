using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PaintDotNet.Contract;

/// <summary>Writes the public and protected surface of assemblies as sorted lines.</summary>
public static class ContractRecorder
{
    /// <summary>The lines of all assemblies, in ordinal order.</summary>
    /// <param name="assemblyPaths">Managed DLLs.</param>
    public static IReadOnlyList<string> Record(IEnumerable<string> assemblyPaths) =>
        [.. assemblyPaths.SelectMany(RecordAssembly).Order(StringComparer.Ordinal)];

    private static List<string> RecordAssembly(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        MetadataReader reader = pe.GetMetadataReader();
        string assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        var names = new SignatureNames(reader);
        List<string> lines = [];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions.Where(handle => IsVisible(reader, handle)))
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            string name = names.GetTypeFromDefinition(reader, handle, 0);
            lines.Add($"{assembly} | {name} | {Describe(reader, names, type)}");
            lines.AddRange(type.GetMethods().Select(reader.GetMethodDefinition)
                .Where(method => IsVisible(method.Attributes & MethodAttributes.MemberAccessMask))
                .Select(method => ApiContract.MethodLine(assembly, name, SignatureNames.Method(method.DecodeSignature(names, null), reader.GetString(method.Name)))
                    + Access(method.Attributes)));
            lines.AddRange(type.GetFields().Select(reader.GetFieldDefinition)
                .Where(field => IsVisible((MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask)))
                .Select(field => ApiContract.FieldLine(assembly, name, Field(reader, names, field))));
        }
        return lines;
    }

    // Only what decides whether a plugin may call or override it; a reference does not show it.
    private static string Access(MethodAttributes a)
    {
        string access = (a & MethodAttributes.MemberAccessMask) == MethodAttributes.Public ? "public" : "protected";
        if (!a.HasFlag(MethodAttributes.Virtual)) return ApiContract.AccessMark + access;
        string kind = a.HasFlag(MethodAttributes.Abstract) ? "abstract" : a.HasFlag(MethodAttributes.Final) ? "sealed" : "virtual";
        return $"{ApiContract.AccessMark}{access} {kind}";
    }

    private static string Field(MetadataReader reader, SignatureNames names, FieldDefinition field)
    {
        string text = $"{field.DecodeSignature(names, null)} {reader.GetString(field.Name)}";
        if (field.GetDefaultValue() is not { IsNil: false } handle) return text;
        Constant constant = reader.GetConstant(handle);
        return $"{text} = {reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)}";
    }

    private static string Describe(MetadataReader reader, SignatureNames names, TypeDefinition type)
    {
        TypeAttributes a = type.Attributes;
        string kind = a.HasFlag(TypeAttributes.Interface) ? "interface" : (a & (TypeAttributes.Abstract | TypeAttributes.Sealed)) switch
        {
            TypeAttributes.Abstract => "abstract class",
            TypeAttributes.Sealed => "sealed class",
            0 => "class",
            _ => "static class",
        };
        IEnumerable<string> bases = type.GetInterfaceImplementations().Select(handle => Name(reader, names, reader.GetInterfaceImplementation(handle).Interface));
        return $"{kind} : {string.Join(", ", bases.Order(StringComparer.Ordinal).Prepend(Name(reader, names, type.BaseType)).Where(text => text.Length > 0))}";
    }

    private static string Name(MetadataReader reader, SignatureNames names, EntityHandle type) => type.Kind switch
    {
        _ when type.IsNil => string.Empty,
        HandleKind.TypeDefinition => names.GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
        HandleKind.TypeReference => names.GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
        _ => names.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)type, 0),
    };

    private static bool IsVisible(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static bool IsVisible(MethodAttributes access) =>
        access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
