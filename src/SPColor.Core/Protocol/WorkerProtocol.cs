using SPColor.Core.Imaging;

namespace SPColor.Core.Protocol;

/// <summary>What both ends of the pipe must agree on.</summary>
public static class WorkerProtocol
{
    /// <summary>Raised with every change to <see cref="IColorWorker"/> or its messages; ends of different versions refuse each other.</summary>
    public const int Version = 2;

    /// <summary>Largest picture in pixels.</summary>
    public const int MaxPixels = WorkingSize.MaxPixels;
}
