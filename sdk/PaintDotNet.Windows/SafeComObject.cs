using Microsoft.Win32.SafeHandles;

namespace PaintDotNet.Interop;

public class SafeComObject : SafeHandleZeroOrMinusOneIsInvalid, IDisposable
{
    private protected SafeComObject()
        : base(true)
    {
    }

    protected override bool ReleaseHandle() => true;
}
