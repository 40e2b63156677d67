using SPColor.Core.Imaging;
using SPColor.Worker.Maps;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Maps;

/// <summary>A map without a name of its own replaces a map of ours and nothing else.</summary>
public sealed class MapFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_own_kind_is_replaced()
    {
        MapFile.Save(new PixelBuffer(new GridSize(4, 3), PixelFormat.Rgba8), _folder["a-areas.png"], TestContext.Current.CancellationToken);
        Assert.Equal(_folder["a-areas.png"], Free());
    }

    [Fact]
    public void Anything_else_is_not()
    {
        Assert.Equal(_folder["a-areas.png"], Free());
        _folder.Put("a-areas.png", Samples.Saved(Samples.Picture(3, 3), ".png"));
        _folder.Put("a-areas-2.png", "a letter"u8);
        Directory.CreateDirectory(_folder["a-areas-3.png"]);
        Assert.Equal(_folder["a-areas-4.png"], Free());
    }

    private string Free() => MapFile.FreeName(_folder["a-areas"], TestContext.Current.CancellationToken);
}
