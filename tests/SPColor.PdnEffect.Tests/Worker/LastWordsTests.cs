using System.Text;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class LastWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one\ntwo\r\n\n  \n", "two")]
    [InlineData("one\n\u001b[31mred\u0007\n", "[31mred")]
    public async Task Keeps_the_last_line_that_says_something(string text, string line) => Assert.Equal(line, await ReadAsync(text));

    [Fact]
    public async Task Survives_a_flood_and_a_line_without_end()
    {
        string line = await ReadAsync(string.Concat(Enumerable.Repeat("noise\n", 5000)) + new string('x', 100_000));

        Assert.EndsWith("x…", line, StringComparison.Ordinal);
        Assert.Equal(301, line.Length);
    }

    private static async Task<string> ReadAsync(string text)
    {
        var words = new LastWords();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await words.ReadAsync(stream);
        return words.Line;
    }
}
