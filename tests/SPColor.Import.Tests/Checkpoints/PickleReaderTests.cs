using CsCheck;
using SPColor.Core;
using SPColor.Import.Checkpoints;

namespace SPColor.Import.Tests.Checkpoints;

public sealed class PickleReaderTests
{
    [Fact]
    public void Plain_values_are_read()
    {
        // {"a": [1, -1, 2.5, None, True, ("x", 2**80)]}, as Python 3 wrote it with protocol 2.
        byte[] bytes = Convert.FromHexString(
            "80027D71005801000000617101" + "5D7102284B014AFFFFFFFF474004000000000000" + "4E88580100000078" + "7103" + "8A0B0000000000000000000001"
            + "8671046573" + "2E");

        var root = Assert.IsType<Dictionary<string, object?>>(Read(bytes));

        var list = Assert.IsType<List<object?>>(root["a"]);
        Assert.Equal([1L, -1L, 2.5, null, true], list[..5]);
        Assert.Equal(new object[] { "x", System.Numerics.BigInteger.Pow(2, 80) }, Assert.IsType<object?[]>(list[5]));
    }

    [Theory]
    [InlineData("os", "system")]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("__builtin__", "getattr")]
    [InlineData("torch", "load")]
    [InlineData("torch.nn.modules.conv", "Conv2d")]
    [InlineData("numpyx", "load")]
    public void Names_that_no_checkpoint_needs_are_refused_by_name(string module, string name)
    {
        SPColorException failure = Assert.Throws<SPColorException>(
            () => Read(new Pickle().Name(module, name).Text("echo").Code(0x85, (byte)'R').End()));

        Assert.Contains($"\"{module}.{name}\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_training_programs_leave_is_skipped()
    {
        byte[] bytes = new Pickle().Name("omegaconf.dictconfig", "DictConfig").Code((byte)')', 0x81, (byte)'}').Text("_content").Text("value")
            .Code((byte)'s', (byte)'b').End();

        Assert.IsType<Skipped>(Read(bytes));
    }

    [Fact]
    public void A_tensor_that_reaches_beyond_its_storage_is_refused()
    {
        Assert.Null(StoredTensor.Create(new(ElementType.Float, "0", 6), 1, [2, 3], [3, 1]));
        Assert.Null(StoredTensor.Create(new(ElementType.Float, "0", 6), 0, [1 << 20, 1 << 20], [0, 0]));
        Assert.Null(StoredTensor.Create(new(ElementType.Float, "0", 6), 0, [long.MaxValue, long.MaxValue], [long.MaxValue, 1]));
        Assert.Null(StoredTensor.Create(new(ElementType.Float, "0", 6), -1, [2], [1]));
        Assert.NotNull(StoredTensor.Create(new(ElementType.Float, "0", 6), 0, [3, 2], [1, 3]));
    }

    [Theory]
    [InlineData(']', "deep")]
    [InlineData('(', "marks")]
    public void Depth_costs_no_stack(char code, string why)
    {
        byte[] bytes = new byte[PickleInput.MostBytes + 1];
        Array.Fill(bytes, (byte)code);

        SPColorException failure = Assert.Throws<SPColorException>(() => Read(bytes));

        Assert.Contains("allowed", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(why);
    }

    [Theory]
    [InlineData("X", 0x7FFFFFFF)]
    [InlineData("B", 0x7FFFFFFF)]
    [InlineData("T", 0x40000000)]
    public void Claimed_lengths_take_no_memory(string code, int length)
    {
        byte[] claim = BitConverter.GetBytes(length);
        byte[] bytes = new Pickle().Code((byte)code[0]).Code(claim).End();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<SPColorException>(() => Read(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Any_bytes_end_in_a_value_or_a_refusal() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Harmless(bytes), iter: 20_000);

    [Fact]
    public void Damaged_pickles_end_in_a_value_or_a_refusal()
    {
        byte[] sound = File.ReadAllBytes(PaperFixture.File("vgg.pth"))[..3000];
        Gen.Select(Gen.Int[0, 2999], Gen.Byte, Gen.Int[0, 3000]).Array[1, 4].Sample(
            changes =>
            {
                byte[] damaged = [.. sound];
                foreach ((int place, byte value, _) in changes)
                    damaged[place] = value;
                return Harmless(damaged[..changes[0].Item3]);
            },
            iter: 5_000);
    }

    private static bool Harmless(byte[] bytes)
    {
        try
        {
            var stream = new MemoryStream(bytes);
            while (stream.Position < stream.Length)
                new PickleReader(new PickleInput(stream, "fuzz")).Read();
            return true;
        }
        catch (SPColorException e)
        {
            return e.Message.StartsWith("fuzz is refused: ", StringComparison.Ordinal) && !e.Message.Any(char.IsControl);
        }
    }

    private static object? Read(byte[] bytes) => new PickleReader(new PickleInput(new MemoryStream(bytes), "test.pth")).Read();
}
