namespace SPColor.Inference.Sessions;

/// <summary>Keeps the sessions used last, so that going back to a working size costs nothing.</summary>
/// <typeparam name="TKey">What tells two sessions apart.</typeparam>
/// <param name="capacity">How many are kept.</param>
internal sealed class SessionCache<TKey>(int capacity) : IDisposable
    where TKey : notnull
{
    private readonly Lock _gate = new();

    // Used last comes last; a handful of entries need no faster look-up.
    private readonly List<(TKey Key, OnnxSession Session)> _entries = [];

    /// <summary>Runs with the session of a key; it cannot be dropped meanwhile.</summary>
    /// <param name="key">The key.</param>
    /// <param name="create">Makes the session where there is none.</param>
    /// <param name="use">What to do with it.</param>
    internal void Use(TKey key, Func<OnnxSession> create, Action<OnnxSession> use)
    {
        // One lock for finding and running, so that a session in use is never dropped; concurrent runs gain nothing (see OnnxSession).
        lock (_gate)
        {
            int index = _entries.FindIndex(entry => EqualityComparer<TKey>.Default.Equals(entry.Key, key));
            OnnxSession session = index < 0 ? create() : _entries[index].Session;
            if (index >= 0)
                _entries.RemoveAt(index);
            _entries.Add((key, session));
            if (_entries.Count > capacity)
            {
                _entries[0].Session.Dispose();
                _entries.RemoveAt(0);
            }

            use(session);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    /// <summary>Drops all sessions; the next use makes its own again.</summary>
    internal void Clear()
    {
        lock (_gate)
        {
            foreach ((_, OnnxSession session) in _entries)
                session.Dispose();
            _entries.Clear();
        }
    }
}
