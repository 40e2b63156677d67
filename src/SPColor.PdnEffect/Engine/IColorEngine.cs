using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;

namespace SPColor.PdnEffect.Engine;

/// <summary>
/// Steps 2–7 somewhere else: in the worker process, or in a test. Calls may be made from any thread and cancelled at any time;
/// a cancelled call ends within a second. What fails foreseeably is an <see cref="Core.SPColorException"/>.
/// </summary>
internal interface IColorEngine : IAsyncDisposable
{
    /// <summary>Something the user may want to know happened, such as a restart; raised on any thread.</summary>
    event Action<string>? News;

    /// <summary>What works here; starts the engine if it is not running. Cheap once it runs.</summary>
    Task<EngineFacts> StartAsync(CancellationToken cancellationToken);

    /// <summary>Steps 2–3.</summary>
    /// <param name="image">h×w at working size.</param>
    /// <param name="role">Target or reference.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<EnginePicture> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress> progress, CancellationToken cancellationToken);

    /// <summary>Step 4: the areas of a prepared picture.</summary>
    Task<PictureAreas> FindAreasAsync(EnginePicture picture, int areas, CancellationToken cancellationToken);

    /// <summary>Steps 5–7.</summary>
    Task<ColorAnswer> ColorizeAsync(
        ColorQuestion question, IProgress<ColorizationProgress> progress, CancellationToken cancellationToken);
}
