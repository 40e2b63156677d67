using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.PdnEffect.Worker;

/// <summary>A picture that a worker has prepared. It holds the picture itself, so that another worker can prepare it again.</summary>
/// <param name="Key">The worker's name for it.</param>
/// <param name="Image">Working-size planes; not to be changed any more.</param>
/// <param name="Role">Target or reference.</param>
internal sealed record WorkerPicture(string Key, LabImage Image, ImageRole Role);
