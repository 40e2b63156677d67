namespace PaintDotNet.AppModel;

public interface IUISynchronizationContext : IInternalImpl
{
    bool IsOnUIThread { get; }

    void Post(SendOrPostCallback d, object? state);

    void Send(SendOrPostCallback d, object? state);
}
