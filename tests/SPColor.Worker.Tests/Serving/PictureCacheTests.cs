using CsCheck;
using SPColor.Core.Colorization;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Tests.Colorization;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

public sealed class PictureCacheTests
{
    private static readonly PreparedImage _picture = new FakeNetworks().Pipeline().Prepare(Served.Grey, ImageRole.Target, null, default);

    [Fact]
    public void Keeps_the_pictures_used_last_like_a_plain_list_does() => Gen.Select(Gen.Int[0, 5].Array[0, 40], Gen.Int[1, 4]).Sample((keys, limit) =>
    {
        var cache = new PictureCache(maxPictures: limit);
        List<int> newestFirst = [];
        foreach (int key in keys)
        {
            Assert.Equal(newestFirst.Contains(key), cache.TryGet(key.ToString(), out _));
            cache.Add(key.ToString(), _picture);
            newestFirst.Remove(key);
            newestFirst.Insert(0, key);
            newestFirst = [.. newestFirst.Take(limit)];
        }
    });

    [Fact]
    public void The_limit_on_memory_holds_but_the_newest_picture_stays()
    {
        var cache = new PictureCache(maxBytes: _picture.Bytes * 2);
        foreach (string key in (string[])["a", "b", "c"])
            cache.Add(key, _picture);
        Assert.Throws<UnknownPictureException>(() => cache.Get("a"));
        Assert.Same(_picture, cache.Get("b"));

        var tiny = new PictureCache(maxBytes: 1);
        tiny.Add("a", _picture);
        Assert.Same(_picture, tiny.Get("a"));
    }

    [Fact]
    public void A_target_with_every_lettered_reference_fits() =>
        Assert.True(PictureCache.DefaultPictures > Core.Assignment.AreaName.ReferenceCount);
}
