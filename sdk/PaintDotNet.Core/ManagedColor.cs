namespace PaintDotNet.Imaging;

public sealed class ManagedColor
{
    internal ManagedColor()
    {
    }
}
