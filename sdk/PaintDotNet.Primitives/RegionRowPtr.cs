namespace PaintDotNet;

public readonly unsafe ref struct RegionRowPtr<T> where T : unmanaged
{
    private readonly T* ptr;
    private readonly int width;
    private readonly int y;

    internal RegionRowPtr(T* ptr, int width, int y)
    {
        this.ptr = ptr;
        this.width = width;
        this.y = y;
    }

    public T* Ptr => ptr;

    public T* EndPtr => ptr + width;

    public int Width => width;

    public int Y => y;

    public Span<T> Span => new(ptr, width);

    public ref T this[int index] => ref Span[index];
}
