using System.Collections.Concurrent;

namespace SPColor.PdnEffect.Tests.Worker;

/// <summary>Nothing else runs meanwhile: the collector does not tell whose task it found.</summary>
[CollectionDefinition(nameof(Unobserved), DisableParallelization = true)]
public sealed class NothingElse;

/// <summary>Finds task exceptions that nobody looked at.</summary>
internal static class Unobserved
{
    /// <summary>Fails with every such exception that <paramref name="action"/> leaves behind.</summary>
    public static async Task NoneAfterAsync(Func<Task> action)
    {
        // What earlier tests left is not ours.
        Collect();
        var found = new ConcurrentBag<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) => found.Add(e.Exception.ToString());
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await action();
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }
        // Assert.Empty would cut the words.
        if (!found.IsEmpty)
            Assert.Fail(string.Join(Environment.NewLine, found));
    }

    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
