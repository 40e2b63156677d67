namespace SPColor.Worker.Pictures;

/// <summary>Native codecs cannot be stopped in the middle: they run beside the caller, who stops waiting when cancelled.</summary>
internal static class Abandonable
{
    /// <summary>Runs <paramref name="work"/>; when cancelled, returns at once and lets it end unseen.</summary>
    /// <param name="work">Owns everything that it needs to the end.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>What <paramref name="work"/> returns.</returns>
    public static T Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return cancellationToken.CanBeCanceled
            ? Task.Run(work, CancellationToken.None).WaitAsync(cancellationToken).GetAwaiter().GetResult()
            : work();
    }
}
