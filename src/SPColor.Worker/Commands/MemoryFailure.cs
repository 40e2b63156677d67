namespace SPColor.Worker.Commands;

/// <summary>Lack of memory, in whichever words a library tells it.</summary>
internal static class MemoryFailure
{
    /// <summary>What the user reads.</summary>
    public const string Line = "not enough memory for these pictures: close other programs, or use smaller pictures";

    // glibc's loader, C++ and ONNX Runtime, Windows' loader.
    private static readonly string[] _words =
        ["annot allocate memory", "failed to map segment", "bad_alloc", "bad allocation", "Failed to allocate memory", "not enough memory", "paging file"];

    /// <summary>Whether a failure is lack of memory.</summary>
    /// <param name="failure">What was thrown.</param>
    public static bool Is(Exception failure)
    {
        Exception cause = failure.GetBaseException();
        return cause is OutOfMemoryException
            || (cause is not Core.SPColorException && _words.Any(word => cause.Message.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
