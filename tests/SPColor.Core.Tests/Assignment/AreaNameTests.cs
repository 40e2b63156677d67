using CsCheck;
using SPColor.Core.Assignment;

namespace SPColor.Core.Tests.Assignment;

public class AreaNameTests
{
    [Theory]
    [InlineData("3", null, 3)]
    [InlineData("B:3", 1, 3)]
    [InlineData("z:26", 25, 26)]
    [InlineData("A:0", 0, 0)]
    public void Known_forms_are_read(string text, int? reference, int id)
        => Assert.Equal(new AreaName(reference, id), AreaName.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("27")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 3")]
    [InlineData("03")]
    [InlineData("B:")]
    [InlineData("B3")]
    [InlineData("BB:3")]
    [InlineData("Ä:3")]
    [InlineData("1:3")]
    [InlineData("99999999999")]
    [InlineData("٣")]
    public void Other_texts_are_refused(string? text) => Assert.False(AreaName.TryParse(text, out _));

    [Fact]
    public void Every_name_reads_back() => Generators.Area.Sample(name => AreaName.Parse(name.ToString()) == name);

    [Fact]
    public void Any_text_either_reads_or_is_refused_in_one_line()
        => Gen.String.Sample(text =>
        {
            if (AreaName.TryParse(text, out AreaName name))
                Assert.Equal(text, name.ToString(), ignoreCase: true);
            else
                Assert.DoesNotContain('\n', Assert.Throws<SPColorException>(() => AreaName.Parse(text)).Message);
        });
}
