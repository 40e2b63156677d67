using System.Text;
using CsCheck;
using SPColor.Core.Assignment;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Assignment;

public class AssignmentFileTests
{
    private const string Example = """{ "format": 1, "pack": "compact", "areas": 12, "target": {"3":"B:1","5":"grey"}, "references": {"A:2":"7"} }""";

    [Fact]
    public void The_example_is_read()
    {
        AssignmentFile file = AssignmentFile.Parse(Example, "a.json");
        Assert.Equal(("compact", 12), (file.Pack, file.Areas));
        Assert.Equal(TargetChoice.TakeFrom(new AreaName(1, 1)), file.Assignment.Target(3));
        Assert.Equal(TargetChoice.LeaveGrey, file.Assignment.Target(5));
        Assert.Equal(ReferenceChoice.CountsAs(7), file.Assignment.Reference(new AreaName(0, 2)));
        Assert.Equal(3, file.Assignment.Targets.Count + file.Assignment.References.Count);
    }

    [Fact]
    public void Every_pairing_reads_back_and_is_written_the_same_again()
        => Gen.Select(Generators.Assignment, Gen.Int[1, 27], Gen.Char.AlphaNumeric.Array(1, 100).Select(letters => new string(letters))).Sample((assignment, areas, pack) =>
        {
            using MemoryStream stream = new();
            new AssignmentFile(pack, areas, assignment).Save(stream);
            stream.Position = 0;
            AssignmentFile file = AssignmentFile.Load(stream, "a.json");
            Assert.Equal((pack, areas), (file.Pack, file.Areas));
            Assert.Equal(assignment.Targets.OrderBy(item => item.Key), file.Assignment.Targets.OrderBy(item => item.Key));
            Assert.Equal(assignment.References.ToHashSet(), file.Assignment.References.ToHashSet());
            Assert.Equal(stream.ToArray(), Encoding.UTF8.GetBytes(file.ToJson()));
        });

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("hello", "line 1")]
    [InlineData("null", "is empty")]
    [InlineData("[]", "line 1")]
    [InlineData("{}", "does not state its format")]
    [InlineData("""{"format":2,"new":[]}""", "has format 2, this version reads 1: update SPColor")]
    [InlineData("""{"format":0}""", "has format 0")]
    [InlineData("""{"format":"1"}""", "line 1")]
    [InlineData("""{"format":1,"areas":12}""", "model pack")]
    [InlineData("""{"format":1,"pack":"p"}""", "has 0 areas")]
    [InlineData("""{"format":1,"pack":"p","areas":28}""", "has 28 areas")]
    [InlineData("{\"format\":1,\"pack\":\"p\",\"areas\":2,\n\"colour\":1}", "line 2")]
    [InlineData("""{"format":1,"pack":"p","areas":2,"target":{"27":"auto"}}""", "area '27'")]
    [InlineData("""{"format":1,"pack":"p","areas":2,"target":{"A:3":"auto"}}""", "'A:3' is an area of a reference")]
    [InlineData("""{"format":1,"pack":"p","areas":2,"target":{"3":"purple"}}""", "choice 'purple'")]
    [InlineData("""{"format":1,"pack":"p","areas":2,"target":{"3":null}}""", "choice ''")]
    [InlineData("""{"format":1,"pack":"p","areas":2,"references":{"3":"7"}}""", "'3' does not say whose")]
    [InlineData("""{"format":1,"pack":"p","areas":2,"references":{"A:3":"grey"}}""", "choice 'grey'")]
    [InlineData("""{"format":1,"pack":"\ud800","areas":2}""", "line 1")]
    public void Other_files_are_refused_in_one_line_that_names_them(string json, string complaint)
    {
        string message = Assert.Throws<SPColorException>(() => AssignmentFile.Parse(json, "a.json")).Message;
        Assert.StartsWith("pairing file a.json ", message, StringComparison.Ordinal);
        Assert.Contains(complaint, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_byte_order_mark_is_no_obstacle()
        => Assert.Equal(12, Load([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Example)])?.Areas);

    [Fact]
    public void A_file_over_a_megabyte_is_refused_and_one_of_a_megabyte_is_not()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Example.PadRight(AssignmentFile.MaxBytes + 1));
        using MemoryStream tooLarge = new(bytes);
        Assert.Contains("larger than 1 MB", Assert.Throws<SPColorException>(() => AssignmentFile.Load(tooLarge, "a.json")).Message, StringComparison.Ordinal);
        Assert.NotNull(Load(bytes[..^1]));
    }

    [Fact]
    public void Random_bytes_are_refused_and_nothing_else() => Gen.Byte.Array(0, 200).Sample(bytes => { Load(bytes); });

    [Fact]
    public void Mutated_files_are_read_or_refused_and_nothing_else()
        => Gen.Select(Generators.Assignment, Gen.Select(Gen.Int[0, 5000], Gen.Byte, Gen.Int[0, 2]).Array(1, 4)).Sample((assignment, edits) =>
        {
            List<byte> bytes = [.. Encoding.UTF8.GetBytes(new AssignmentFile("compact", 12, assignment).ToJson())];
            foreach ((int at, byte value, int edit) in edits)
            {
                int index = at % bytes.Count;
                if (edit == 0)
                    bytes[index] = value;
                else if (edit == 1)
                    bytes.Insert(index, bytes[(index * value) % bytes.Count]);
                else
                    bytes.RemoveRange(index, Math.Min(value, bytes.Count - index - 1));
            }

            Load([.. bytes]);
        });

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Null(Load(Encoding.UTF8.GetBytes(new string('[', 100_000))));

    [Fact]
    public void A_disk_error_is_reported_as_the_file_s()
    {
        using BrokenStream stream = new();
        Assert.Contains("a.json cannot be read", Assert.Throws<SPColorException>(() => AssignmentFile.Load(stream, "a.json")).Message, StringComparison.Ordinal);
    }

    private static AssignmentFile? Load(byte[] bytes)
    {
        try
        {
            using MemoryStream stream = new(bytes);
            return AssignmentFile.Load(stream, "a.json");
        }
        catch (SPColorException)
        {
            return null;
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("gone");
    }
}
