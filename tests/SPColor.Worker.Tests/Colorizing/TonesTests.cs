using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Tests.Colorizing;

/// <summary>Photos without room for colour, and references without colours to give.</summary>
public class TonesTests
{
    public static TheoryData<string, Func<int, int, int>, int> Photos => new()
    {
        { "continuous", (x, y) => 60 + x + y, 0 },
        { "a dither with greys", (x, y) => (x + y) % 2 == 0 ? 30 : 220, 1 },
    };

    [Theory]
    [MemberData(nameof(Photos))]
    public void A_printing_screen_is_noted(string name, Func<int, int, int> tone, int notes)
    {
        Notes reporter = new();
        TargetTones.Check(name, Photo(tone, 255), reporter, TestContext.Current.CancellationToken);
        Assert.Equal(notes, reporter.Lines.Count(line => line.Contains("printing screen", StringComparison.Ordinal)));
    }

    [Fact]
    public void Black_and_white_alone_are_refused()
    {
        PixelBuffer photo = Photo((x, y) => (x * y) % 3 == 0 ? 0 : 255, 255);
        SPColorException refusal = Assert.Throws<SPColorException>(() => TargetTones.Check("p.png", photo, new Notes(), TestContext.Current.CancellationToken));
        Assert.StartsWith("p.png: black and white alone leave no room for colour", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_transparent_does_not_count() => TargetTones.Check("p.png", Photo((_, _) => 0, 0), new Notes(), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(0.3f, 0.2f, 0, "next to no colour")]
    [InlineData(5, 12, 0, "one colour only")]
    [InlineData(5, 12, 30, null)]
    public void A_reference_without_colours_is_noted(float a, float b, float spread, string? word)
    {
        LabImage image = new(new GridSize(64, 64));
        for (int i = 0; i < image.A.Length; i++)
        {
            float step = spread * ((i % 64 / 32) - 0.5f);
            (image.A[i], image.B[i]) = (a + step, b + step);
        }
        string? note = ReferenceTones.Note(image);
        Assert.Equal(word is null, note is null);
        Assert.Contains(word ?? "", note ?? "", StringComparison.Ordinal);
    }

    private static PixelBuffer Photo(Func<int, int, int> tone, byte alpha)
    {
        PixelBuffer pixels = new(new GridSize(64, 48), PixelFormat.Rgba8);
        for (int i = 0; i < pixels.Size.Count; i++)
        {
            pixels.Bytes.AsSpan(4 * i, 3).Fill((byte)tone(i % 64, i / 64));
            pixels.Bytes[(4 * i) + 3] = alpha;
        }
        return pixels;
    }

    private sealed class Notes : IJobReporter
    {
        public List<string> Lines { get; } = [];

        public void Step(string step, double fraction)
        {
        }

        public void Note(string line) => Lines.Add(line);
    }
}
