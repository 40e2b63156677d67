using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PaintDotNet.Contract.Tests;

/// <summary>Writes assemblies that hold references and nothing else, right ones and wrong ones.</summary>
internal sealed class TestAssembly
{
    private readonly MetadataBuilder metadata = new();

    public TestAssembly(string name = "Plugin")
    {
        metadata.AddModule(0, metadata.GetOrAddString(name + ".dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(name), new Version(1, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
    }

    public AssemblyReferenceHandle Assembly(string name, string version = "5.100.0.0", byte[]? token = null) => metadata.AddAssemblyReference(
        metadata.GetOrAddString(name), new Version(version), default, token is null ? default : metadata.GetOrAddBlob(token), default, default);

    public TypeReferenceHandle Type(AssemblyReferenceHandle assembly, string space, string name) =>
        metadata.AddTypeReference(assembly, metadata.GetOrAddString(space), metadata.GetOrAddString(name));

    /// <summary>A reference to an instance method without parameters.</summary>
    public void Method(EntityHandle type, string name, Action<ReturnTypeEncoder> returnType)
    {
        var blob = new BlobBuilder();
        new BlobEncoder(blob).MethodSignature(isInstanceMethod: true).Parameters(0, returnType, _ => { });
        metadata.AddMemberReference(type, metadata.GetOrAddString(name), metadata.GetOrAddBlob(blob));
    }

    /// <summary>The generic type with one argument.</summary>
    public TypeSpecificationHandle Generic(TypeReferenceHandle generic, TypeReferenceHandle argument)
    {
        var blob = new BlobBuilder();
        new BlobEncoder(blob).TypeSpecificationSignature().GenericInstantiation(generic, 1, isValueType: true).AddArgument().Type(argument, isValueType: true);
        return metadata.AddTypeSpecification(metadata.GetOrAddBlob(blob));
    }

    /// <summary>A class that implements one interface.</summary>
    public void Implement(TypeReferenceHandle interfaceType)
    {
        TypeDefinitionHandle type = metadata.AddTypeDefinition(
            TypeAttributes.Abstract, default, metadata.GetOrAddString("Own"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddInterfaceImplementation(type, interfaceType);
    }

    public string Write(string folder, string file = "Plugin.dll")
    {
        var blob = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(blob);
        string path = Path.Combine(folder, file);
        using FileStream stream = File.Create(path);
        blob.WriteContentTo(stream);
        return path;
    }
}
