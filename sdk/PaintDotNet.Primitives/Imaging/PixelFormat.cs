namespace PaintDotNet.Imaging;

public readonly struct PixelFormat : IEquatable<PixelFormat>
{
    private readonly Guid guid;

    public PixelFormat(in Guid guid) => this.guid = guid;

    public Guid Guid => guid;

    public bool Equals(PixelFormat other) => guid == other.guid;

    public bool Equals(in PixelFormat other) => guid == other.guid;

    public static bool operator ==(in PixelFormat a, in PixelFormat b) => a.guid == b.guid;

    public static bool operator !=(in PixelFormat a, in PixelFormat b) => a.guid != b.guid;
}
