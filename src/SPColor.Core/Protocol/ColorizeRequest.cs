using SPColor.Core.Assignment;

namespace SPColor.Core.Protocol;

/// <summary>Which prepared pictures to colour, and how.</summary>
/// <param name="Target">Key of the grey picture.</param>
/// <param name="References">Keys of the references A, B, …; at least one.</param>
/// <param name="Pairing">Pack, number of areas and choices, in the text form of <see cref="AssignmentFile"/>.</param>
public sealed record ColorizeRequest(string Target, IReadOnlyList<string> References, string Pairing);
