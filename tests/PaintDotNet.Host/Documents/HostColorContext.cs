using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Host.Documents;

/// <summary>sRGB without a profile's bytes.</summary>
internal sealed class HostColorContext : RefTrackedObject, IColorContext
{
    public ExifColorSpace ExifColorSpace => (ExifColorSpace)1;

    public ColorContextType Type => (ColorContextType)2;

    public ReadOnlyMemory<byte> GetProfileBytes() => default;

    public bool Equals(IColorContext? other) => other is HostColorContext;

    public override bool Equals(object? obj) => Equals(obj as IColorContext);

    public override int GetHashCode() => 0;
}
