using SPColor.Core;

namespace SPColor.Rpc;

/// <summary>The other end is gone or answers nonsense; the request may be repeated with another worker.</summary>
/// <param name="message">One line.</param>
/// <param name="innerException">What the connection said.</param>
public sealed class WorkerLostException(string message, Exception? innerException = null) : SPColorException(message, innerException);
