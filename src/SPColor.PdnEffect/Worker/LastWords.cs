using System.Text;

namespace SPColor.PdnEffect.Worker;

/// <summary>Reads a worker's standard error to its end, however much it says, and keeps the last line.</summary>
internal sealed class LastWords
{
    private const int KeptBytes = 4096, MaxCharacters = 300;

    private readonly Lock _lock = new();
    private readonly byte[] _tail = new byte[KeptBytes];
    private int _length;

    /// <summary>The last line that is not blank, without control characters; empty if there was none.</summary>
    public string Line
    {
        get
        {
            string text;
            lock (_lock)
                text = Encoding.UTF8.GetString(_tail, 0, _length);
            string line = text.Split('\n').Select(candidate => candidate.Trim()).LastOrDefault(candidate => candidate.Length > 0) ?? "";
            line = string.Concat(line.Where(character => !char.IsControl(character)));
            return line.Length <= MaxCharacters ? line : line[..MaxCharacters] + "…";
        }
    }

    /// <summary>Ends with the stream, or when the stream is closed under it.</summary>
    public async Task ReadAsync(Stream stream)
    {
        byte[] buffer = new byte[KeptBytes];
        try
        {
            while (await stream.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
                Keep(buffer.AsSpan(0, count));
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was ended; what it said before is kept.
        }
    }

    private void Keep(ReadOnlySpan<byte> news)
    {
        lock (_lock)
        {
            int kept = Math.Min(_length, KeptBytes - news.Length);
            _tail.AsSpan(_length - kept, kept).CopyTo(_tail);
            news.CopyTo(_tail.AsSpan(kept));
            _length = kept + news.Length;
        }
    }
}
