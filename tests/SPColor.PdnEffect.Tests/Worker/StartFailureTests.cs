using System.ComponentModel;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class StartFailureTests
{
    private const string Program = @"C:\Plugins\SPColor\worker\spcolor.exe";

    [Theory]
    [InlineData(2, true, "missing")]
    [InlineData(5, true, "allow it in your antivirus")]
    [InlineData(32, true, "allow it in your antivirus")]
    [InlineData(1260, true, "who manages this computer")]
    [InlineData(225, true, "antivirus program blocks")]
    [InlineData(226, true, "antivirus program blocks")]
    [InlineData(193, true, "another kind of computer")]
    [InlineData(216, true, "another kind of computer")]
    [InlineData(8, false, "another kind of computer")]
    [InlineData(13, false, "chmod +x")]
    [InlineData(1450, true, "cannot be started")]
    public void Every_code_of_the_system_has_words_with_place_and_cure(int code, bool isWindows, string words)
    {
        string message = StartFailure.Explain(Program, new Win32Exception(code, "what the system says"), isWindows).Message;

        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Contains(Program, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_from_the_internet_is_to_be_unblocked()
    {
        using var folder = new ProgramFolder("p");
        File.WriteAllText(folder.Program + ":Zone.Identifier", "[ZoneTransfer]\nZoneId=3\n");

        string message = StartFailure.Explain(folder.Program, new Win32Exception(5), isWindows: true).Message;

        Assert.Contains("Unblock", message, StringComparison.Ordinal);
    }
}
