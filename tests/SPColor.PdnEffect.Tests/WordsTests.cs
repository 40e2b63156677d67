using System.Reflection;
using SPColor.Core.Colorization;

namespace SPColor.PdnEffect.Tests;

public sealed class WordsTests
{
    [Fact]
    public void Every_message_is_one_line_of_plain_words()
    {
        // Words of the paper and of programmers: the dialog speaks of areas, layers and colours.
        string[] foreign = ["class", "SPC", "CMP", "CRA", "tensor", "exception", "null"];
        string[] texts =
        [
            .. typeof(Words).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!),
            Words.Stopped(hasResult: true), Words.Stopped(hasResult: false), Words.EmptyLayer("L"), Words.EmptyReference("L"), Words.GreyReference("L"), Words.ReferenceGone("L"), Words.ReferenceReplaced("L"),
            Words.OtherPack("f", "a", "b"), Words.TooManyReferences(26),
            .. Enum.GetValues<ColorizationStage>().Select(stage => Words.Progress(stage, "L")),
        ];
        Assert.All(texts, text =>
        {
            Assert.NotEqual("", text);
            Assert.DoesNotContain('\n', text);
            Assert.DoesNotContain(foreign, word => text.Split(' ', '.', ',', ':').Contains(word, StringComparer.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public void A_message_is_shown_as_a_sentence()
    {
        Assert.Equal("The colour program is missing.", Words.Sentence("the colour program is missing"));
        Assert.Equal("Stopped.", Words.Sentence("Stopped."));
        Assert.Equal("", Words.Sentence(""));
    }

    [Fact]
    public void A_defect_is_told_in_one_line() =>
        Assert.DoesNotContain('\n', Words.Defect(new InvalidOperationException("first\r\nsecond")));
}
