using System.Text;
using SPColor.Core;

namespace SPColor.Worker.Reporting;

/// <summary>A standard stream that may be closed or full: its failures are told in one line, or passed over.</summary>
/// <param name="inner">The stream.</param>
/// <param name="name">What the failure calls it; null: failures are passed over, for there is nowhere to tell them.</param>
internal sealed class GuardedWriter(TextWriter inner, string? name) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Whether this is standard error and somebody looks at it.</summary>
    public bool IsErrorTerminal => ReferenceEquals(inner, Console.Error) && !Console.IsErrorRedirected;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        try
        {
            inner.Write(value);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (name is not null)
                throw new SPColorException($"{name} cannot be written ({error.Message}): send it to a place that is open and has room", error);
        }
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);
}
