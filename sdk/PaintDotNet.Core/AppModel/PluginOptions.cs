namespace PaintDotNet.AppModel;

public abstract record PluginOptions
{
    private protected PluginOptions()
    {
    }

    // A copy (C# `with`) may be changed again, whatever its original was.
    protected PluginOptions(PluginOptions cloneFrom) => ArgumentNullException.ThrowIfNull(cloneFrom);

    public bool IsFrozen { get; private set; }

    internal void Freeze()
    {
        IsFrozen = true;
        OnFrozen();
    }

    protected virtual void OnFrozen()
    {
    }

    protected void VerifyNotFrozen()
    {
        if (IsFrozen) throw new InvalidOperationException("the options are frozen");
    }
}
