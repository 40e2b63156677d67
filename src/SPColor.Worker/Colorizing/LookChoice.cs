using SPColor.Core.Imaging;

namespace SPColor.Worker.Colorizing;

/// <summary>How pictures are looked at.</summary>
/// <param name="Side">Working size S.</param>
/// <param name="Border">What happens to a border around a photo, of the target and of references.</param>
/// <param name="Turn">By how many degrees the target is turned clockwise to be looked at: 0, 90, 180 or 270.</param>
internal sealed record LookChoice(int Side, BorderMode Border, int Turn);
