using System.Diagnostics;

namespace PaintDotNet.Host;

/// <summary>Lines on standard output with milliseconds since the start; scripts wait for them.</summary>
internal sealed class HostLog
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();

    /// <summary>Milliseconds since the host's start.</summary>
    public long Now => clock.ElapsedMilliseconds;

    /// <summary>Writes one line at once, from any thread.</summary>
    public void Line(string text)
    {
        lock (gate)
        {
            Console.WriteLine($"[{Now,7}] {text}");
            Console.Out.Flush();
        }
    }
}
