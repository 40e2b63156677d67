using System.Reflection.Metadata;

namespace PaintDotNet.Contract.Tests;

public sealed class PluginReferenceCheckTests : IDisposable
{
    private const string Effects = "PaintDotNet.Effects";
    private const string Primitives = "PaintDotNet.Primitives";

    private static readonly ApiContract Contract = ApiContract.Read(Path.Combine(AppContext.BaseDirectory, "contract.txt"));
    private readonly string folder = Directory.CreateTempSubdirectory("contract").FullName;
    private readonly TestAssembly assembly = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_plugin_that_keeps_to_the_contract_passes() =>
        Assert.Empty(PluginReferenceCheck.RunOnFolder(Path.Combine(AppContext.BaseDirectory, "SamplePlugin"), Contract));

    [Fact]
    public void SPColor_and_all_it_brings_along_keep_to_the_contract()
    {
        string plugin = Path.Combine(AppContext.BaseDirectory, "SPColor");

        Assert.True(File.Exists(Path.Combine(plugin, "SPColor.PdnEffect.dll")));
        Assert.Empty(PluginReferenceCheck.RunOnFolder(plugin, Contract));
    }

    [Fact]
    public void A_member_of_the_contract_passes()
    {
        AssemblyReferenceHandle primitives = assembly.Assembly(Primitives);
        TypeReferenceHandle region = assembly.Type(primitives, "PaintDotNet", "RegionPtr`1");
        assembly.Method(assembly.Type(primitives, "PaintDotNet.Rendering", "RectInt32"), "get_X", type => type.Type().Int32());
        assembly.Method(assembly.Generic(region, assembly.Type(primitives, "PaintDotNet.Imaging", "ColorBgra32")), "Clear", type => type.Void());
        Assert.Empty(Violations());
    }

    [Fact]
    public void An_unknown_member_is_named()
    {
        assembly.Method(assembly.Type(assembly.Assembly(Primitives), "PaintDotNet.Rendering", "RectInt32"), "get_Center", type => type.Type().Int32());
        Assert.Equal("PaintDotNet.Primitives | PaintDotNet.Rendering.RectInt32 | method Int32 get_Center() is not in the contract", Assert.Single(Violations()));
    }

    [Fact]
    public void A_known_member_of_another_type_of_result_fails()
    {
        assembly.Method(assembly.Type(assembly.Assembly(Primitives), "PaintDotNet.Rendering", "RectInt32"), "get_X", type => type.Type().Int64());
        Assert.Contains("Int64 get_X()", Assert.Single(Violations()));
    }

    [Fact]
    public void An_unknown_member_of_a_generic_type_fails()
    {
        AssemblyReferenceHandle primitives = assembly.Assembly(Primitives);
        TypeReferenceHandle region = assembly.Type(primitives, "PaintDotNet", "RegionPtr`1");
        assembly.Method(assembly.Generic(region, assembly.Type(primitives, "PaintDotNet.Imaging", "ColorBgra32")), "Invert", type => type.Void());
        Assert.Contains("RegionPtr`1 | method Void Invert()", Assert.Single(Violations()));
    }

    [Fact]
    public void A_type_in_the_wrong_assembly_fails()
    {
        assembly.Type(assembly.Assembly("PaintDotNet.Core"), "PaintDotNet.Rendering", "RectInt32");
        Assert.Contains("PaintDotNet.Core | PaintDotNet.Rendering.RectInt32", Assert.Single(Violations()));
    }

    [Theory]
    [InlineData("PaintDotNet.Effects.Core", "5.100.0.1", "above 5.100.0.0")]
    [InlineData("PaintDotNet.Framework", "5.100.0.0", "does not have")]
    [InlineData("System.Windows.Forms", "10.0.0.0", "above 9.0.0.0")]
    [InlineData("System.Runtime", "10.0.0.0", "above 9.0.0.0")]
    [InlineData("System.Private.Windows.Core", "9.0.0.0", "private assembly")]
    public void A_reference_that_Paint_NET_cannot_resolve_fails(string name, string version, string expected)
    {
        assembly.Assembly(name, version);
        Assert.Contains(expected, Assert.Single(Violations()));
    }

    [Fact]
    public void A_strong_name_fails()
    {
        assembly.Assembly(Primitives, token: [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Contains("strong name", Assert.Single(Violations()));
    }

    [Fact]
    public void An_assembly_beside_the_plugin_may_have_any_version()
    {
        new TestAssembly("Tensors").Write(folder, "Tensors.dll");
        assembly.Assembly("Tensors", "10.0.0.0");
        Assert.Empty(Violations());
    }

    [Fact]
    public void An_own_copy_of_a_framework_assembly_does_not_help()
    {
        new TestAssembly("System.Text.Json").Write(folder, "System.Text.Json.dll");
        assembly.Assembly("System.Text.Json", "10.0.0.0");
        Assert.Contains("above 9.0.0.0", Assert.Single(Violations()));
    }

    [Fact]
    public void An_implementation_of_one_of_its_interfaces_fails()
    {
        assembly.Implement(assembly.Type(assembly.Assembly(Effects + ".Core"), Effects, "IEffectLayerInfo"));
        Assert.Equal("Own implements PaintDotNet.Effects.IEffectLayerInfo, which only Paint.NET may", Assert.Single(Violations()));
    }

    [Fact]
    public void Support_info_may_be_implemented()
    {
        assembly.Implement(assembly.Type(assembly.Assembly("PaintDotNet.Core"), "PaintDotNet", "IPluginSupportInfo"));
        Assert.Empty(Violations());
    }

    [Fact]
    public void A_folder_with_an_assembly_of_Paint_NET_fails()
    {
        new TestAssembly(Primitives).Write(folder, Primitives + ".dll");
        File.WriteAllText(Path.Combine(folder, "native.txt"), "no DLL");
        Assert.Equal("PaintDotNet.Primitives.dll: must not be shipped", Assert.Single(PluginReferenceCheck.RunOnFolder(folder, Contract)));
    }

    private IReadOnlyList<string> Violations() => PluginReferenceCheck.Run(assembly.Write(folder), Contract);
}
