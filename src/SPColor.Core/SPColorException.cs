namespace SPColor.Core;

/// <summary>
/// A foreseeable failure. Its message is one line for the user: the thing, the place and the cure.
/// Everything that is thrown and is not this type (or <see cref="OperationCanceledException"/>) is a defect.
/// </summary>
public class SPColorException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="message">One line that names the thing, the place and the cure.</param>
    /// <param name="innerException">What caused it, for logs.</param>
    public SPColorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
