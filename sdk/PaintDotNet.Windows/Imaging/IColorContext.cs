using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public enum ExifColorSpace
{
}

public enum ColorContextType
{
}

public interface IColorContext : IObjectRef, IIsDisposed, IDisposable, IEquatable<IColorContext>, IInternalImpl
{
    ExifColorSpace ExifColorSpace { get; }

    ReadOnlyMemory<byte> GetProfileBytes();

    ColorContextType Type { get; }
}
