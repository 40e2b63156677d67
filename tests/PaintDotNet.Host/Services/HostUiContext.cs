using PaintDotNet.AppModel;

namespace PaintDotNet.Host.Services;

internal sealed class HostUiContext : IUISynchronizationContext
{
    private readonly SynchronizationContext context = new WindowsFormsSynchronizationContext();
    private readonly int uiThread = Environment.CurrentManagedThreadId;

    public bool IsOnUIThread => Environment.CurrentManagedThreadId == uiThread;

    public void Post(SendOrPostCallback d, object? state) => context.Post(d, state);

    public void Send(SendOrPostCallback d, object? state) => context.Send(d, state);
}
