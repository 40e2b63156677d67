using System.Runtime.CompilerServices;
using PaintDotNet.Rendering;

namespace PaintDotNet;

/// <summary>A rectangle of pixels in somebody's memory; the stride is in bytes.</summary>
public readonly unsafe struct RegionPtr<T> : IEquatable<RegionPtr<T>> where T : unmanaged
{
    private readonly object? owner;
    private readonly T* ptr;
    private readonly SizeInt32 size;
    private readonly int stride;

    public RegionPtr(T* ptr, SizeInt32 size, int stride)
        : this(null, ptr, size, stride)
    {
    }

    public RegionPtr(T* ptr, int width, int height, int stride)
        : this(null, ptr, new SizeInt32(width, height), stride)
    {
    }

    public RegionPtr(object? owner, T* ptr, SizeInt32 size, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size.Width);
        ArgumentOutOfRangeException.ThrowIfNegative(size.Height);
        this.owner = owner;
        this.ptr = ptr;
        this.size = size;
        this.stride = stride;
    }

    public RegionPtr(object? owner, T* ptr, int width, int height, int stride)
        : this(owner, ptr, new SizeInt32(width, height), stride)
    {
    }

    public T* Ptr => ptr;

    public int Width => size.Width;

    public int Height => size.Height;

    public SizeInt32 Size => size;

    public int Stride => stride;

    public bool IsEmpty => !size.HasArea;

    public nint Count => (nint)size.Area;

    public nint BufferSize => IsEmpty ? 0 : (nint)stride * (Height - 1) + (nint)Width * sizeof(T);

    public ref T this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
            return ref Row(y)[x];
        }
    }

    public ref T this[Point2Int32 pt] => ref this[pt.X, pt.Y];

    public RegionRowPtrCollection<T> Rows => new(this);

    public RegionPtr<T> Slice(RectInt32 bounds)
    {
        if (!new RectInt32(0, 0, size).Contains(bounds)) throw new ArgumentOutOfRangeException(nameof(bounds));
        return new RegionPtr<T>(owner, Row(bounds.Top) + bounds.Left, bounds.Size, stride);
    }

    public RegionPtr<T> SliceRows(int y, int height) => Slice(new RectInt32(0, y, Width, height));

    public RegionPtr<U> Cast<U>() where U : unmanaged => sizeof(U) == sizeof(T)
        ? new RegionPtr<U>(owner, (U*)ptr, size, stride)
        : throw new ArgumentException($"{typeof(U).Name} is not as large as {typeof(T).Name}");

    public void CopyTo(RegionPtr<T> dst)
    {
        if (dst.Size != size) throw new ArgumentException($"copy of {Width}x{Height} to {dst.Width}x{dst.Height}", nameof(dst));
        for (int y = 0; y < Height; y++) new Span<T>(Row(y), Width).CopyTo(new Span<T>(dst.Row(y), Width));
    }

    public void Clear() => Fill(default);

    public void Fill(T value)
    {
        for (int y = 0; y < Height; y++) new Span<T>(Row(y), Width).Fill(value);
    }

    public bool Equals(RegionPtr<T> other) => ptr == other.ptr && size == other.size && stride == other.stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T* Row(int y) => (T*)((byte*)ptr + (nint)y * stride);
}
