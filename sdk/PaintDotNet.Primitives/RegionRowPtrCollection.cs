namespace PaintDotNet;

public readonly unsafe ref struct RegionRowPtrCollection<T> where T : unmanaged
{
    private readonly RegionPtr<T> region;

    internal RegionRowPtrCollection(RegionPtr<T> region) => this.region = region;

    public RegionRowPtr<T> this[int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)region.Height, nameof(y));
            return new RegionRowPtr<T>(region.Row(y), region.Width, y);
        }
    }
}
