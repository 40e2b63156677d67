namespace SPColor.Rpc;

/// <summary>JSON-RPC error codes of the worker; the message is the failure's own text.</summary>
internal enum FailureCode
{
    /// <summary>Foreseeable: the message is one line for the user.</summary>
    Failure = 1,

    /// <summary>The message is the key of a picture that the worker no longer has.</summary>
    UnknownPicture = 2,

    /// <summary>The message is all that is known of a defect.</summary>
    Defect = 3,

    /// <summary>The worker itself is ending; nobody at the other end asked to cancel.</summary>
    Ended = 4,
}
