using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace SPColor.Inference.Sessions;

/// <summary>IDXGIFactory1 with the inherited methods, none of which is called, as mere places in its table (dxgi.h).</summary>
[GeneratedComInterface]
[Guid("770aae78-f26f-4dba-a829-253c83d1b387")]
internal partial interface IDxgiFactory1
{
    void SetPrivateData();

    void SetPrivateDataInterface();

    void GetPrivateData();

    void GetParent();

    void EnumAdapters();

    void MakeWindowAssociation();

    void GetWindowAssociation();

    void CreateSwapChain();

    void CreateSoftwareAdapter();

    [PreserveSig]
    int EnumAdapters1(uint index, [MarshalUsing(typeof(UniqueComInterfaceMarshaller<IDxgiAdapter1>))] out IDxgiAdapter1? adapter);
}

/// <summary>IDXGIAdapter1, likewise.</summary>
[GeneratedComInterface]
[Guid("29038f61-3839-4626-91fd-086879011a05")]
internal partial interface IDxgiAdapter1
{
    void SetPrivateData();

    void SetPrivateDataInterface();

    void GetPrivateData();

    void GetParent();

    void EnumOutputs();

    void GetDesc();

    void CheckInterfaceSupport();

    [PreserveSig]
    int GetDesc1(out Dxgi.AdapterDescription description);
}
