using SPColor.Core.Imaging;
using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Commands;

/// <summary>Runs the command line as a user does, in a folder of its own, with pictures that have areas.</summary>
internal sealed class Spcolor : IDisposable
{
    public TempFolder Folder { get; } = new();

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The line that says why it failed: all that is on standard error beside steps and notes.</summary>
    public string[] Complaints =>
        [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("spcolor: ", StringComparison.Ordinal))];

    public async Task<int> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <summary>Runs and wants one line of complaint that holds every word, with the exit code of a foreseeable failure.</summary>
    public async Task Refuses(string[] args, params string[] words)
    {
        int code = await Run(args);
        Assert.Equal((ExitCode.Failed, 1), (code, Complaints.Length));
        Assert.All(words, word => Assert.Contains(word, Complaints[0], StringComparison.OrdinalIgnoreCase));
    }

    public string[] Colorize(string target, string reference, params string[] more) =>
        ["colorize", target, "--reference", reference, "--output", Folder["out.png"], .. more];

    public string GreyPhoto(string name = "grey.png", int width = 200, int height = 150) => Save(name, width, height, (_, _) => (0, 0));

    public string ColorPhoto(string name = "colour.png", int width = 160, int height = 160) =>
        Save(name, width, height, (x, y) => (y < 0.5f ? -12 : 20, y < 0.5f ? -35 : 10 + 30 * x));

    /// <summary>As <see cref="GreyPhoto"/>, clear at the left, opaque at the right.</summary>
    public string HalfTransparentPhoto(string name)
    {
        PixelBuffer pixels = ImageFile.Load(GreyPhoto(name), TestContext.Current.CancellationToken).Pixels;
        for (int i = 0; i < pixels.Size.Count; i++)
            pixels.Bytes[4 * i + 3] = (byte)Math.Clamp(2 * (i % pixels.Size.Width) - 40, 0, 255);
        ImageFile.Save(new Picture(pixels, HasAlpha: true, PictureMetadata.None), Folder[name], new SaveOptions());
        return Folder[name];
    }

    public PixelBuffer Load(string name) => ImageFile.Load(Folder[name], TestContext.Current.CancellationToken).Pixels;

    public void Dispose() => Folder.Dispose();

    /// <summary>A bright sky over textured ground, coloured by place.</summary>
    private string Save(string name, int width, int height, Func<float, float, (float A, float B)> chroma)
    {
        var pixels = new PixelBuffer(new GridSize(width, height), PixelFormat.Rgba8);
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = pixels.Row(y);
            row.Fill(byte.MaxValue);
            for (int x = 0; x < width; x++)
            {
                float light = y * 2 < height ? 80 + 10f * y / height : 40 + (x * 7919 + y * 104729) % 17;
                var (a, b) = chroma((float)x / width, (float)y / height);
                SrgbLabConverter.LabToRow([light], [a], [b], pixels.Format, row.Slice(x * 4, 4));
            }
        }
        ImageFile.Save(new Picture(pixels, HasAlpha: false, PictureMetadata.None), Folder[name], new SaveOptions());
        return Folder[name];
    }
}
