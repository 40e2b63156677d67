namespace PaintDotNet;

public static class DisposableUtil
{
    public static void Free<T>(ref T? disposeMe) where T : class, IDisposable => Free(ref disposeMe, true);

    public static void Free<T>(ref T? disposeMe, bool callerIsNotFinalizing) where T : class, IDisposable
    {
        T? value = Interlocked.Exchange(ref disposeMe, null);
        if (callerIsNotFinalizing) value?.Dispose();
    }
}
