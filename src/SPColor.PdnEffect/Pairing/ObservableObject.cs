using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SPColor.PdnEffect.Pairing;

/// <summary>Tells a window what changed. Twenty lines, so that the plugin's folder needs no further library.</summary>
internal abstract class ObservableObject : INotifyPropertyChanged
{
    /// <inheritdoc/>
    public event PropertyChangedEventHandler? PropertyChanged;

    /// <summary>Stores a value and tells of it; false if it was that already.</summary>
    protected bool Set<T>(ref T field, T value, [CallerMemberName] string name = "")
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
            return false;
        field = value;
        Tell(name);
        return true;
    }

    /// <summary>Tells that a property has another value.</summary>
    protected void Tell([CallerMemberName] string name = "") => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));
}
