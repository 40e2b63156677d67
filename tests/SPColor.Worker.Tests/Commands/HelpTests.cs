using System.Text.RegularExpressions;
using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

/// <summary>Help is reachable everywhere, and what it teaches works as typed.</summary>
public sealed partial class HelpTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public static TheoryData<string> Examples { get; } = new(
        AllHelp().SelectMany(help => ExampleLine().Matches(help).Select(match => match.Groups[1].Value)).Distinct());

    public void Dispose() => _spcolor.Dispose();

    [Theory]
    [InlineData("--help", "colorize")]
    [InlineData("colorize --help", "--reference")]
    [InlineData("colorize photo.jpg -h", "--reference")]
    [InlineData("inspect -?", "--overlay")]
    [InlineData("models --help", "verify")]
    [InlineData("models verify --help", "PACK")]
    [InlineData("models import --help", "--stego")]
    public async Task Help_is_shown_where_the_rest_of_the_line_is_missing(string line, string word)
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run(line.Split(' ')));

        Assert.Empty(_spcolor.Error);
        Assert.Contains(word, _spcolor.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", _spcolor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_are_words_that_can_be_typed()
    {
        await _spcolor.Run("colorize", "--help");

        Assert.DoesNotContain("because", _spcolor.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_works_as_typed(string example)
    {
        foreach (string photo in new[] { "soldier.tif", "officer.tif", "grandma.jpg" })
            _spcolor.GreyPhoto(photo, 60, 40);
        foreach (string reference in new[] { "painting.jpg", "sky.jpg", "coat.jpg", "garden.jpg" })
            _spcolor.ColorPhoto(reference, 40, 40);
        _spcolor.Folder.Put("tunic.json", """{ "format": 1, "pack": "compact", "areas": 12, "target": { "4": "7" } }"""u8);
        string[] args = [.. example.Split(' ').Select(word => FileName().IsMatch(word) ? _spcolor.Folder[word] : word)];
        // Its default place is the current folder, which all tests share.
        string[] overlay = args[0] == "inspect" && !args.Contains("--overlay") ? ["--overlay", _spcolor.Folder["areas.png"]] : [];

        Assert.Equal(ExitCode.Done, await _spcolor.Run([.. args, .. overlay]));

        Assert.Empty(_spcolor.Complaints);
    }

    private static IEnumerable<string> AllHelp()
    {
        foreach (string[] args in new string[][] { ["--help"], ["colorize", "--help"], ["inspect", "--help"], ["models", "--help"] })
        {
            using StringWriter output = new();
            CommandLine.RunAsync(args, output, TextWriter.Null).GetAwaiter().GetResult();
            yield return output.ToString();
        }
    }

    [GeneratedRegex(@"^ +spcolor ((?:colorize|inspect|models) [a-z]\S*(?: .*)?)$", RegexOptions.Multiline)]
    private static partial Regex ExampleLine();

    [GeneratedRegex(@"^\w[\w-]*\.(?:jpg|png|tif|json)$|^maps$")]
    private static partial Regex FileName();
}
