using SPColor.Core.Correspondence;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>Everything that runs on a device, loaded on one.</summary>
internal interface IDeviceNetworks : IDisposable
{
    /// <summary>The device.</summary>
    ComputeDevice Device { get; }

    /// <summary>Step 2.</summary>
    IFeatureExtractor Features { get; }

    /// <summary>Step 3.</summary>
    ISegmenter Segmenter { get; }

    /// <summary>Step 6.</summary>
    ICorrespondence Correspondence { get; }

    /// <summary>Step 7.</summary>
    IColorNetwork Color { get; }

    /// <summary>Lets go of the device; the next use takes it anew. A lost adapter stays lost while any session holds it.</summary>
    void Reset();
}
