using System.Buffers.Binary;
using System.Text;
using BitMiracle.LibTiff.Classic;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>"Damaged" is said of damaged files only: sound ones that are not read are named, with a cure.</summary>
public sealed class KindTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<byte[], string, string> Foreign => new()
    {
        { Box("ftypheic"), "a HEIC picture, not JPG", "save it as JPEG" },
        { Box("ftypmif1"), "a HEIC or AVIF picture, not JPG", "save it as JPEG" },
        { Box("ftypavif"), "an AVIF picture, not JPG", "save it as JPEG" },
        { Box("ftypisom"), "a film, not JPG", "frames" },
        { Box("jP  \r\n\u0087\n"), "a JPEG 2000 picture, not JPG", "save it as JPEG" },
        { "\uFEFF <!DOCTYPE html><html>"u8.ToArray(), "a web page", "download the picture itself" },
        { "<?xml version='1.0'?><svg>"u8.ToArray(), "SVG", "no picture" },
        { "404 not found"u8.ToArray(), "text", "download the picture itself" },
        { "%PDF-1.7"u8.ToArray(), "a PDF document", "export" },
        { "8BPS\0\u0001"u8.ToArray(), "a Photoshop file", "save it as JPEG" },
        { [1, 2, 3, 4, 5, 0, 9], "no picture that spcolor reads", "give a JPEG" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Other_kinds_under_the_name_of_a_JPEG(byte[] file, string kind, string cure)
    {
        string message = Refusal("photo.jpg", file);
        Assert.Contains(kind, message, StringComparison.Ordinal);
        Assert.Contains(cure, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TiffTag.COMPRESSION, 50000, "ZSTD compression: save it with LZW or ZIP")]
    [InlineData(TiffTag.COMPRESSION, 34925, "LZMA compression: save it with LZW or ZIP")]
    [InlineData(TiffTag.SAMPLEFORMAT, 2, "signed samples")]
    [InlineData(TiffTag.SAMPLEFORMAT, 3, "floating-point samples")]
    [InlineData(TiffTag.PHOTOMETRIC, 32803, "a raw camera file")]
    public void Varieties_of_TIFF(TiffTag tag, int value, string words)
    {
        byte[] file = SampleFiles.Tiff([(8, 6, 0)], tiff => tiff.SetField(TiffTag.SAMPLEFORMAT, SampleFormat.UINT));
        Patch(file, tag, value);
        string message = Refusal("scan.tif", file);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_big_endian_BigTIFF() =>
        Assert.Contains("big-endian BigTIFF", Refusal("scan.tif", [.. "MM\0+"u8, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, .. new byte[40]]), StringComparison.Ordinal);

    [Fact]
    public void The_full_picture_is_read_where_a_thumbnail_stands_first()
    {
        Picture picture = Samples.Loaded(SampleFiles.Tiff([(12, 9, 1), (48, 36, 0)]));
        Assert.Equal(new GridSize(48, 36), picture.Pixels.Size);
        Assert.Empty(picture.Notes);
        Assert.Null(picture.Unread);
    }

    [Fact]
    public void A_thumbnail_behind_the_picture_is_no_page() => Assert.Empty(Samples.Loaded(SampleFiles.Tiff([(48, 36, 0), (12, 9, 1)])).Notes);

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    public void Samples_of_fewer_bits_than_16_are_stretched_where_the_file_says_so(int bits)
    {
        int most = (1 << bits) - 1;
        Picture source = Samples.Picture(9, 7, PixelFormat.Rgba16);
        Span<ushort> samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(source.Pixels.Bytes.AsSpan());
        for (int i = 0; i < samples.Length; i++)
            samples[i] = (ushort)((i & 3) == 3 ? ushort.MaxValue : samples[i] >> (16 - bits));
        byte[] narrow = Samples.Saved(source, ".tif");

        Assert.Contains("nearly black", Samples.Loaded(narrow).Notes.SingleOrDefault() ?? (bits == 12 ? "nearly black" : ""), StringComparison.Ordinal);

        using MemoryStream file = new();
        file.Write(narrow);
        TiffDirectory says = new();
        says.Add(TiffEntry.OfShort((ushort)TiffTag.MAXSAMPLEVALUE, (ushort)most));
        TiffExif.AddTo(file, says);
        Picture stretched = Samples.Loaded(file.ToArray());
        Assert.Contains($"have {bits} bits", Assert.Single(stretched.Notes), StringComparison.Ordinal);
        ReadOnlySpan<ushort> read = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(stretched.Pixels.Bytes.AsSpan());
        for (int i = 0; i < read.Length; i++)
            Assert.Equal((i & 3) == 3 ? ushort.MaxValue : (int)Math.Round(samples[i] * 65535.0 / most), read[i]);
    }

    [Theory]
    [InlineData(".png", false)]
    [InlineData(".png", true)]
    [InlineData(".tif", false)]
    public void Alpha_that_is_zero_everywhere_over_a_picture_is_none(string ending, bool isDeep)
    {
        Picture picture = Samples.Picture(6, 5, isDeep ? PixelFormat.Rgba16 : PixelFormat.Rgba8, hasAlpha: true);
        int step = isDeep ? 8 : 4;
        for (int i = 0; i < picture.Pixels.Bytes.Length; i += step)
            picture.Pixels.Bytes.AsSpan(i + (step * 3 / 4), step / 4).Clear();
        Picture read = Samples.Loaded(Samples.Saved(picture, ending));
        Assert.False(read.HasAlpha);
        Assert.Contains("taken as opaque", Assert.Single(read.Notes), StringComparison.Ordinal);
        Assert.Equal(255, read.Pixels.Bytes[step - 1]);
    }

    [Fact]
    public void A_deep_PNG_without_its_end_chunk_opens_and_one_without_data_does_not()
    {
        byte[] file = SamplePng.Deep(new GridSize(5, 4), 0, [.. Enumerable.Range(0, 20).Select(i => (ushort)(i * 3000))]);
        Assert.Equal(Samples.Loaded(file).Pixels.Bytes, Samples.Loaded(file[..^PngChunks.Frame]).Pixels.Bytes);
        Assert.Contains("its end is missing", Refusal("cut.png", file[..^(PngChunks.Frame + 6)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void A_short_PNG_that_promises_much_costs_no_memory(int bits)
    {
        byte[] file = SamplePng.HeaderOnly(new GridSize(16384, bits == 8 ? 16384 : 8192), bits);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refusal("claim.png", file);
        const long Little = 5_000_000;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Little);
    }

    private static byte[] Box(string name) => [0, 0, 0, 24, .. Encoding.Latin1.GetBytes(name), .. new byte[30]];

    private static void Patch(byte[] file, TiffTag tag, int value)
    {
        uint directory = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan((int)directory));
        Span<byte> entry = default;
        for (int i = 0; i < count; i++)
        {
            Span<byte> candidate = file.AsSpan((int)directory + 2 + (i * TiffEntry.Length), TiffEntry.Length);
            if (BinaryPrimitives.ReadUInt16LittleEndian(candidate) == (ushort)tag)
                entry = candidate;
        }
        Assert.False(entry.IsEmpty);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[8..], (ushort)value);
    }

    private string Refusal(string name, byte[] file)
    {
        string path = _folder.Put(name, file);
        return Assert.Throws<SPColorException>(() => ImageFile.Load(path, TestContext.Current.CancellationToken)).Message;
    }
}
