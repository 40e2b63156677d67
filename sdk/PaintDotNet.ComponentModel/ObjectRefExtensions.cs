namespace PaintDotNet.ComponentModel;

public static class ObjectRefExtensions
{
    public static TInterface CreateRef<TInterface>(this IObjectRef objectRef) where TInterface : class, IObjectRef =>
        objectRef.TryCreateRef(typeof(TInterface), out IObjectRef? reference) == true
            ? (TInterface)reference!
            : throw new InvalidOperationException($"{objectRef.GetType().Name} gives no {typeof(TInterface).Name}");
}
