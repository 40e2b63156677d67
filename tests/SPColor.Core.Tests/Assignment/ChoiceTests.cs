using CsCheck;
using SPColor.Core.Assignment;

namespace SPColor.Core.Tests.Assignment;

public class ChoiceTests
{
    [Fact]
    public void Target_choices_read_back() => Generators.TargetChoice.Sample(choice => TargetChoice.Parse(choice.ToString()) == choice);

    [Fact]
    public void Reference_choices_read_back() => Generators.ReferenceChoice.Sample(choice => ReferenceChoice.Parse(choice.ToString()) == choice);

    [Fact]
    public void The_words_are_those_of_the_pairing_file()
    {
        Assert.Equal(["auto", "guess", "grey", "B:3"], new[]
        {
            TargetChoice.Automatic, TargetChoice.LetItGuess, TargetChoice.LeaveGrey, TargetChoice.TakeFrom(new AreaName(1, 3)),
        }.Select(choice => choice.ToString()));
        Assert.Equal(["auto", "unused", "7"], new[]
        {
            ReferenceChoice.Automatic, ReferenceChoice.Unused, ReferenceChoice.CountsAs(7),
        }.Select(choice => choice.ToString()));
    }

    [Theory]
    [InlineData("Auto")]
    [InlineData("gray")]
    [InlineData("unused")]
    [InlineData("27")]
    [InlineData("")]
    public void Unknown_target_words_are_refused(string text)
        => Assert.Contains($"'{text}'", Assert.Throws<SPColorException>(() => TargetChoice.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("guess")]
    [InlineData("A:3")]
    [InlineData("27")]
    public void Unknown_reference_words_are_refused(string text)
        => Assert.Contains($"'{text}'", Assert.Throws<SPColorException>(() => ReferenceChoice.Parse(text)).Message, StringComparison.Ordinal);
}
