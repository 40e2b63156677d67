using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;

namespace SPColor.Core.Tests.Protocol;

public sealed class PictureKeyTests
{
    [Fact]
    public void Equal_pictures_have_equal_keys_and_any_change_makes_another()
    {
        LabImage[] different = [Picture(_ => { }), Picture(image => image.L[3] = 1), Picture(image => image.A[3] = 1), Picture(image => image.B[3] = 1), Picture(image => image.Coverage[3] = 0.5f), new(new GridSize(2, 8))];

        Assert.Equal(PictureKey.Of(Picture(_ => { }), ImageRole.Target), PictureKey.Of(Picture(_ => { }), ImageRole.Target));
        Assert.Equal(2 * different.Length, different.SelectMany(
            image => (string[])[PictureKey.Of(image, ImageRole.Target), PictureKey.Of(image, ImageRole.Reference)]).Distinct().Count());
    }

    private static LabImage Picture(Action<LabImage> change)
    {
        var image = new LabImage(new GridSize(4, 4));
        change(image);
        return image;
    }
}
