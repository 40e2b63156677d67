using System.Runtime.Serialization;

namespace PaintDotNet.ComponentModel;

/// <summary>An object that lives until the last of its references is disposed of.</summary>
public class RefTrackedObject : IObjectRef, IIsDisposed, IDisposable, ISerializable
{
    private int references = 1;

    public RefTrackedObject()
    {
    }

    ~RefTrackedObject() => Dispose(false);

    public bool IsDisposed => Volatile.Read(ref references) <= 0;

    public void Dispose()
    {
        if (Interlocked.Decrement(ref references) != 0) return;
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    public bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef)
    {
        newObjectRef = null;
        if (IsDisposed || !interfaceType.IsInstanceOfType(this)) return false;
        Interlocked.Increment(ref references);
        newObjectRef = this;
        return true;
    }

    void ISerializable.GetObjectData(SerializationInfo info, StreamingContext context) => throw new NotSupportedException();
}
