using SPColor.Core;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>JPEG files: what lacks nothing but its end opens, what is cut does not, and a sound variety is not called damaged.</summary>
public sealed class JpegReaderTests
{
    private const int EndMarker = 2;

    public static TheoryData<string, int> Cuts { get; } = new(
        from name in new[] { "generated-by-us-progressive.jpg", "generated-by-us-restarts.jpg", "baseline" }
        from percent in new[] { 3, 20, 40, 60, 80, 95, 99 }
        select (name, percent));

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Cut(string name, int percent)
    {
        byte[] file = File(name);
        Assert.Contains("its end is missing", Refusal(file[..(file.Length * percent / 100)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generated-by-us-restarts.jpg")]
    [InlineData("baseline")]
    public void Cut_within_the_last_bytes(string name)
    {
        byte[] file = File(name);
        // The very last byte of a scan may hold nothing but filling.
        for (int missing = EndMarker + 2; missing < EndMarker + 30; missing++)
            Assert.Contains("its end is missing", Refusal(file[..^missing]), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_at_every_restart_marker()
    {
        byte[] file = File("generated-by-us-restarts.jpg");
        int[] places = [.. Enumerable.Range(0, file.Length - 1).Where(i => file[i] == 0xFF && file[i + 1] is >= 0xD0 and <= 0xD7)];
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Contains("its end is missing", Refusal(file[..place]), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("generated-by-us-restarts.jpg", 1)]
    [InlineData("generated-by-us-restarts.jpg", 2)]
    [InlineData("baseline", 1)]
    [InlineData("baseline", 2)]
    public void The_end_marker_alone_is_missing(string name, int missing)
    {
        byte[] file = File(name);
        Picture picture = Samples.Loaded(file[..^missing]);
        Assert.Equal(Samples.Loaded(file).Pixels.Bytes, picture.Pixels.Bytes);
        Assert.Contains("end marker is missing", Assert.Single(picture.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xC3, 8, "lossless JPEG")]
    [InlineData(0xC1, 12, "12-bit JPEG")]
    [InlineData(0xC5, 8, "hierarchical JPEG")]
    [InlineData(0xF7, 8, "JPEG-LS")]
    public void A_sound_variety_is_named(int frame, int bits, string variety)
    {
        byte[] file = File("baseline");
        int at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (file[at + 1], file[at + 4]) = ((byte)frame, (byte)bits);
        Assert.Contains($"does not read {variety}:", Refusal(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(72)]
    [InlineData(100)]
    public void Its_own_quality_is_read_and_followed(int quality)
    {
        Picture picture = Samples.Picture(40, 30) with { Quality = quality };
        Assert.Equal(quality, Samples.Loaded(Samples.Saved(Samples.Loaded(Samples.Saved(picture, ".jpg")), ".jpg")).Quality);
    }

    [Fact]
    public void A_promise_of_many_pixels_without_data_is_refused_without_memory_for_them()
    {
        byte[] file = File("baseline");
        int at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (file[at + 5], file[at + 6], file[at + 7], file[at + 8]) = (0x3F, 0xFF, 0x3F, 0xFF);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("damaged", Refusal(file), StringComparison.Ordinal);
        const long Little = 10_000_000;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Little);
    }

    private static byte[] File(string name) =>
        name == "baseline" ? Samples.Saved(Samples.Picture(50, 40), ".jpg") : System.IO.File.ReadAllBytes(Samples.Fixture(name));

    private static string Refusal(byte[] file)
    {
        using TempFolder folder = new();
        string path = folder.Put("cut.jpg", file);
        return Assert.Throws<SPColorException>(() => ImageFile.Load(path, TestContext.Current.CancellationToken)).Message;
    }
}
