using System.Text.Json;
using SPColor.Core.Imaging;
using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Commands;

/// <summary>Photos in a surround are coloured as alone, and the surround stays grey.</summary>
public sealed class SurroundTests : IDisposable
{
    private const int Left = 24, Top = 18, Width = 200, Height = 150;

    private readonly Spcolor _spcolor = new();

    [Theory]
    [InlineData(250, 255)]
    [InlineData(10, 255)]
    [InlineData(250, 0)]
    public async Task The_photo_is_coloured_as_alone_and_its_surround_not(byte level, byte alpha)
    {
        PixelBuffer alone = await Coloured(_spcolor.GreyPhoto());
        PixelBuffer whole = await Coloured(Surrounded(level, alpha));

        Assert.Equal(alpha == 255, _spcolor.Error.Contains("inside its border", StringComparison.Ordinal));
        for (int y = 0; y < whole.Size.Height; y++)
        {
            bool beside = y < Top || y >= Top + Height;
            Span<byte> row = whole.Row(y);
            Assert.True(IsGrey(row[..(4 * (beside ? whole.Size.Width : Left))]) && IsGrey(row[(4 * (Left + Width))..]), $"row {y}");
            if (!beside)
                Assert.Equal(alone.Row(y - Top).ToArray(), row.Slice(4 * Left, 4 * Width).ToArray());
        }
    }

    [Fact]
    public async Task A_references_border_gives_no_colour()
    {
        string photo = _spcolor.GreyPhoto(), plain = _spcolor.ColorPhoto(width: Width, height: Height);
        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, plain)));
        PixelBuffer expected = _spcolor.Load("out.png");

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, Surrounded(250, 255, plain))));

        Assert.Equal(expected.Bytes, _spcolor.Load("out.png").Bytes);
    }

    [Fact]
    public async Task Inspect_says_what_is_looked_at_and_keep_looks_at_all()
    {
        string framed = Surrounded(250, 255);

        JsonElement seen = (await Inspected(framed)).GetProperty("seen");
        Assert.Equal(
            (Left, Top, Width, Height, true),
            (Number(seen, "x"), Number(seen, "y"), Number(seen, "width"), Number(seen, "height"), seen.GetProperty("border").GetBoolean()));
        Assert.False((await Inspected(framed, "--border", "keep")).TryGetProperty("seen", out _));

        await _spcolor.Run("inspect", framed, "--overlay", _spcolor.Folder["areas.png"]);
        Assert.Contains($"looks at {Width}×{Height} at ({Left}, {Top}), inside its border", _spcolor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_is_upside_down_is_looked_at_turned_and_stays_as_it_lies()
    {
        string photo = _spcolor.GreyPhoto();
        PixelBuffer upright = await Coloured(photo);

        PixelBuffer result = await Coloured(Overturned(photo), "--turn", "180");

        int far = 0;
        for (int i = 0; i < upright.Size.Count; i++)
        {
            Span<byte> pixel = upright.Bytes.AsSpan(4 * i, 3), turned = result.Bytes.AsSpan(4 * (upright.Size.Count - 1 - i), 3);
            far = Math.Max(far, Math.Max(Math.Abs(pixel[0] - turned[0]), Math.Max(Math.Abs(pixel[1] - turned[1]), Math.Abs(pixel[2] - turned[2]))));
        }

        // Interpolation from the other end of a row may round otherwise.
        Assert.InRange(far, 0, 1);
    }

    [Theory]
    [InlineData("--turn", "45", "0, 90, 180 and 270")]
    [InlineData("--border", "maybe", "auto or keep")]
    public async Task A_wrong_word_is_refused_with_the_right_ones(string option, string word, string right)
    {
        Assert.Equal(ExitCode.Usage, await _spcolor.Run(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), option, word)));
        Assert.Contains(right, _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public Task Too_little_left_is_said()
    {
        string photo = _spcolor.GreyPhoto();
        PixelBuffer pixels = _spcolor.Load(Path.GetFileName(photo));
        for (int i = 0; i < pixels.Size.Count; i++)
            pixels.Bytes[(4 * i) + 3] = (byte)(i / pixels.Size.Width is >= 50 and < 55 ? 255 : 0);
        return _spcolor.Refuses(_spcolor.Colorize(Save("strip.png", pixels, hasAlpha: true), _spcolor.ColorPhoto()), "strip.png", "200×5", "8×8");
    }

    public void Dispose() => _spcolor.Dispose();

    private static bool IsGrey(ReadOnlySpan<byte> pixels)
    {
        for (int i = 0; i < pixels.Length; i += 4)
        {
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2])
                return false;
        }

        return true;
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private async Task<PixelBuffer> Coloured(string photo, params string[] more)
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, _spcolor.ColorPhoto(), more)));
        return _spcolor.Load("out.png");
    }

    private async Task<JsonElement> Inspected(string photo, params string[] more)
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run(["inspect", photo, "--json", "--overlay", _spcolor.Folder["areas.png"], .. more]));
        using JsonDocument report = JsonDocument.Parse(_spcolor.Output);
        return report.RootElement.GetProperty("pictures")[0].Clone();
    }

    private string Surrounded(byte level, byte alpha, string? path = null)
    {
        PixelBuffer photo = _spcolor.Load(Path.GetFileName(path ?? _spcolor.GreyPhoto()));
        PixelBuffer whole = new(new GridSize(Width + (2 * Left), Height + (2 * Top)), photo.Format);
        for (int i = 0; i < whole.Size.Count; i++)
            whole.Bytes.AsSpan(4 * i, 4).Fill(level);
        for (int i = 3; i < whole.Bytes.Length; i += 4)
            whole.Bytes[i] = alpha;
        for (int y = 0; y < Height; y++)
            photo.Row(y).CopyTo(whole.Row(Top + y)[(4 * Left)..]);
        return Save("surrounded.png", whole, hasAlpha: alpha < 255);
    }

    private string Overturned(string path)
    {
        PixelBuffer photo = _spcolor.Load(Path.GetFileName(path)), overturned = new(photo.Size, photo.Format);
        for (int i = 0; i < photo.Size.Count; i++)
            photo.Bytes.AsSpan(4 * i, 4).CopyTo(overturned.Bytes.AsSpan(4 * (photo.Size.Count - 1 - i)));
        return Save("overturned.png", overturned, hasAlpha: false);
    }

    private string Save(string name, PixelBuffer pixels, bool hasAlpha)
    {
        ImageFile.Save(new Picture(pixels, hasAlpha, PictureMetadata.None), _spcolor.Folder[name], new SaveOptions());
        return _spcolor.Folder[name];
    }
}
