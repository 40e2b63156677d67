using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class HiddenFillTests
{
    [Fact]
    public void What_is_visible_stays_and_the_hidden_goes_on_as_it()
    {
        LabImage image = new(new(64, 32));
        for (int i = 0; i < image.Size.Count; i++)
        {
            (int x, int y) = (i % 64, i / 64);
            bool hidden = x < 20 && y < 10;
            (image.L[i], image.A[i], image.Coverage[i]) = hidden ? (50, 0, 0) : (80 + (y / 16f), 7, 1);
        }

        float[] before = [.. image.L];
        HiddenFill.Apply(image);

        for (int i = 0; i < image.Size.Count; i++)
        {
            if (image.Coverage[i] > 0)
                Assert.Equal((before[i], 7f), (image.L[i], image.A[i]));
            else
                Assert.True(image.L[i] is >= 80 and <= 82 && image.A[i] is > 6.99f and < 7.01f, $"{i}: {image.L[i]}, {image.A[i]}");
        }
    }

    [Fact]
    public void Where_nothing_is_visible_nothing_is_made_up()
    {
        LabImage image = new(new(32, 32));
        Array.Clear(image.Coverage);
        HiddenFill.Apply(image);
        Assert.All(image.L, l => Assert.Equal(0, l));
    }
}
