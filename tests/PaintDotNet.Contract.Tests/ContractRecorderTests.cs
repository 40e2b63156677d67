namespace PaintDotNet.Contract.Tests;

public sealed class ContractRecorderTests
{
    [Fact]
    public void The_committed_contract_is_what_the_sdk_assemblies_offer()
    {
        string[] assemblies = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sdk"), "PaintDotNet.*.dll");
        Assert.Equal(8, assemblies.Length);
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "contract.txt")), ContractRecorder.Record(assemblies));
    }

    [Fact]
    public void Enum_values_are_part_of_it() => Assert.Contains(
        "PaintDotNet.Windows | PaintDotNet.Imaging.BitmapLockOptions | field PaintDotNet.Imaging.BitmapLockOptions ReadWrite = 3",
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "contract.txt")));

    [Fact]
    public void A_line_of_another_form_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "PaintDotNet.Core");
            Assert.Throws<FormatException>(() => ApiContract.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
