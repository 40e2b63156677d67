using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffectRenderer : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    void CancelRendering();

    CancellationToken CancellationToken { get; }

    IEffect Effect { get; }

    bool IsCancelRequested { get; }
}
