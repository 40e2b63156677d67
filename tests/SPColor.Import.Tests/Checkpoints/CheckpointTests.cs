using System.IO.Compression;
using CsCheck;
using SPColor.Core;
using SPColor.Import.Checkpoints;

namespace SPColor.Import.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spcolor-checkpoint-").FullName;

    [Fact]
    public void Both_formats_hold_the_same_numbers()
    {
        using Checkpoint zip = Checkpoint.Open(PaperFixture.File("spcolor_color.pth")), legacy = Checkpoint.Open(PaperFixture.File("devc_color.pth"));

        Assert.Equal(zip.Tensors.Count, legacy.Tensors.Count);
        foreach (string key in zip.Tensors.Keys.Where(key => !key.StartsWith("conv1_1", StringComparison.Ordinal)))
        {
            Assert.Equal(zip.Tensors[key].Shape, legacy.Tensors[key].Shape);
            Assert.Equal(zip.Read(key), legacy.Read(key));
        }
    }

    [Fact]
    public void Prefixes_of_parallel_training_and_of_Lightning_are_taken_off()
    {
        using Checkpoint vgg = Checkpoint.Open(PaperFixture.File("vgg.pth")), stego = Checkpoint.Open(PaperFixture.File("stego.ckpt"));

        Assert.Contains("conv1_1.weight", vgg.Tensors.Keys);
        Assert.Contains("cluster_probe.clusters", stego.Tensors.Keys);
        Assert.DoesNotContain("epoch", stego.Tensors.Keys);
    }

    [Theory]
    [InlineData("spcolor_warp.pth")]
    [InlineData("devc_warp.pth")]
    public void Truncated_files_are_refused_in_one_line(string name)
    {
        byte[] sound = File.ReadAllBytes(PaperFixture.File(name));
        Gen.Int[0, sound.Length - 1].Sample(
            length =>
            {
                SPColorException failure = Assert.Throws<SPColorException>(() => ReadAll(Write(sound[..length])));
                return !failure.Message.Contains('\n', StringComparison.Ordinal) && failure.Message.Contains("is refused: ", StringComparison.Ordinal);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public void Damaged_zips_end_in_numbers_or_a_refusal()
    {
        byte[] sound = File.ReadAllBytes(PaperFixture.File("spcolor_color.pth"));
        // The directory, which is at the end.
        Gen.Select(Gen.Int[sound.Length - 9000, sound.Length - 1], Gen.Byte).Sample(
            (place, value) =>
            {
                byte[] damaged = [.. sound];
                damaged[place] = value;
                try
                {
                    ReadAll(Write(damaged));
                }
                catch (SPColorException e)
                {
                    return !e.Message.Contains('\n', StringComparison.Ordinal);
                }

                return true;
            },
            iter: 150, threads: 1);
    }

    [Fact]
    public void Compressed_entries_are_refused()
    {
        string path = Path.Combine(_folder, "bomb.pth");
        using (ZipArchive zip = System.IO.Compression.ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("archive/data.pkl", CompressionLevel.Optimal).Open();
            entry.Write(new byte[10_000_000]);
        }

        Assert.Contains("is compressed", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_of_many_entries_is_refused_before_it_fills_memory()
    {
        string path = Path.Combine(_folder, "many.pth");
        using (ZipArchive zip = System.IO.Compression.ZipFile.Open(path, ZipArchiveMode.Create))
        {
            for (int i = 0; i < 50_000; i++)
                zip.CreateEntry($"archive/data/{i:d60}", CompressionLevel.NoCompression);
        }

        Assert.Contains("directory is too long", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_many_gigabytes_are_refused_at_once()
    {
        string path = Path.Combine(_folder, "large.pth");
        using (FileStream sparse = File.Create(path))
            sparse.SetLength(Checkpoint.MostBytes + 1);

        Assert.Contains("more than the 4000000000 allowed", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_checkpoint_is_named()
    {
        Assert.Contains("no checkpoint of PyTorch", Refusal(Write("<html>not found</html>"u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("no checkpoint of PyTorch", Refusal(Write([])), StringComparison.Ordinal);
        Assert.Contains("no file of torch.save", Refusal(Write(new Pickle().Text("hello").End())), StringComparison.Ordinal);
        Assert.Contains("is missing", Refusal(Path.Combine(_folder, "none.pth")), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refusal(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_of_number_and_order_is_read()
    {
        var bytes = new Dictionary<ElementType, byte[]>
        {
            [ElementType.Half] = [.. new[] { (Half)1, (Half)2, (Half)3, (Half)4 }.SelectMany(BitConverter.GetBytes)],
            [ElementType.BFloat16] = [0x80, 0x3f, 0, 0x40, 0x40, 0x40, 0x80, 0x40],
            [ElementType.Double] = [.. new[] { 1.0, 2, 3, 4 }.SelectMany(BitConverter.GetBytes)],
        };
        foreach ((ElementType type, byte[] data) in bytes)
        {
            var transposed = StoredTensor.Create(new(type, "0", 4), 0, [2, 2], [1, 2])!;
            Assert.Equal([1f, 3f, 2f, 4f], TensorNumbers.Read(new Bytes(data), "w", transposed, "x.pth"));
        }
    }

    [Fact]
    public void Numbers_that_are_not_finite_and_whole_numbers_are_refused_by_name()
    {
        var tensor = StoredTensor.Create(new(ElementType.Float, "0", 1), 0, [1], [1])!;
        var whole = StoredTensor.Create(new(ElementType.Long, "0", 1), 0, [1], [1])!;

        Assert.Contains("\"w\" holds a number that is not finite", Assert.Throws<SPColorException>(
            () => TensorNumbers.Read(new Bytes(BitConverter.GetBytes(float.NaN)), "w", tensor, "x.pth")).Message, StringComparison.Ordinal);
        Assert.Contains("\"w\" holds no floating-point numbers", Assert.Throws<SPColorException>(
            () => TensorNumbers.Read(new Bytes(new byte[8]), "w", whole, "x.pth")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Refusal(string path) => Assert.Throws<SPColorException>(() => Checkpoint.Open(path).Dispose()).Message;

    private static void ReadAll(string path)
    {
        using Checkpoint checkpoint = Checkpoint.Open(path);
        foreach (string key in checkpoint.Tensors.Keys)
            checkpoint.Read(key);
    }

    private string Write(byte[] content)
    {
        string path = Path.Combine(_folder, "spoilt.pth");
        File.WriteAllBytes(path, content);
        return path;
    }

    private sealed class Bytes(byte[] data) : IStorageFile
    {
        public object? Root => null;

        public void Read(Storage storage, long offset, Span<byte> destination) => data.AsSpan((int)offset, destination.Length).CopyTo(destination);

        public void Dispose()
        {
        }
    }
}
