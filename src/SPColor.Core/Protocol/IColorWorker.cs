using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Protocol;

/// <summary>
/// What the worker process does for the plugin; only pictures at working size cross over. Every method throws
/// <see cref="SPColorException"/> for foreseeable failures and <see cref="OperationCanceledException"/> when stopped.
/// </summary>
public interface IColorWorker
{
    /// <summary>The first call on every connection; answered at once, whatever else the worker does.</summary>
    /// <param name="protocolVersion">The caller's <see cref="WorkerProtocol.Version"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SPColorException">The versions differ.</exception>
    Task<WorkerHello> HelloAsync(int protocolVersion, CancellationToken cancellationToken);

    /// <summary>Waits until the networks are loaded and tells where they run.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SPColorException">The pack is missing, damaged or of another kind.</exception>
    Task<WorkerReady> ReadyAsync(CancellationToken cancellationToken);

    /// <summary>Steps 1–3 of one picture, kept by the worker under the key that is returned; equal pictures have equal keys.</summary>
    /// <param name="image">h×w, sides multiples of 32, h·w ≤ <see cref="WorkerProtocol.MaxPixels"/>.</param>
    /// <param name="role">Target or reference.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops within any step.</param>
    Task<string> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Step 4 for one prepared picture.</summary>
    /// <param name="picture">Key from <see cref="PrepareAsync"/>.</param>
    /// <param name="areas">Number of areas N, 1 … <see cref="WorkerReady.MaxAreas"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="UnknownPictureException">The worker has dropped the picture.</exception>
    Task<PictureAreas> FindAreasAsync(string picture, int areas, CancellationToken cancellationToken);

    /// <summary>Steps 4–7 for prepared pictures.</summary>
    /// <param name="request">Which pictures, and the user's choices.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops within any step.</param>
    /// <exception cref="UnknownPictureException">The worker has dropped a picture.</exception>
    Task<ColorizeReply> ColorizeAsync(
        ColorizeRequest request, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken);
}
