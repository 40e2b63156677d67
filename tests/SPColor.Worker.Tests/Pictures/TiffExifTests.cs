using System.Buffers.Binary;
using System.Text;
using BitMiracle.LibTiff.Classic;
using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class TiffExifTests
{
    private const ushort ModelTag = 0x0110;
    private const ushort ExifTag = 0x8769;
    private const ushort GpsTag = 0x8825;
    private const ushort InteroperabilityTag = 0xA005;
    private const ushort CommentTag = 0x9286;

    /// <summary>The camera that a picture's EXIF block names.</summary>
    internal static string? Model(Picture picture) => Text(Directory(picture.Metadata.Exif), ModelTag);

    [Theory]
    [InlineData(PixelFormat.Rgba8, false)]
    [InlineData(PixelFormat.Rgba16, true)]
    public void LibTiff_finds_everything_in_a_written_file(PixelFormat format, bool bigEndian)
    {
        PictureMetadata metadata = new(SampleProfiles.Rgb(), Samples.Exif(1, bigEndian), Samples.Dpi);
        Picture picture = Samples.Picture(5, 3, format, metadata: metadata);
        using MemoryStream file = new(Samples.Saved(picture, ".tif"));
        using Tiff tiff = TiffAccess.Read(file)!;

        Assert.Equal("OldBox1", tiff.GetField(TiffTag.MODEL)[0].ToString());
        Assert.Equal((int)Samples.Dpi.X, tiff.Whole(TiffTag.XRESOLUTION));
        Assert.Equal(SampleProfiles.Rgb(), tiff.GetField(TiffTag.ICCPROFILE)[1].ToByteArray());
        byte[] row = new byte[tiff.ScanlineSize()];
        Assert.True(tiff.ReadScanline(row, 0));
        Assert.Equal(picture.Pixels.Bytes[..(row.Length / 5)], row[..(row.Length / 5)]);
        Assert.True(tiff.ReadEXIFDirectory(tiff.GetField(TiffTag.EXIFIFD)[0].ToInt()));
        Assert.Equal(9999, tiff.Whole(TiffTag.EXIF_PIXELXDIMENSION));
    }

    [Theory]
    [InlineData(".tif")]
    [InlineData(".jpg")]
    public void EXIF_goes_from_TIFF_into_TIFF_and_JPEG_and_back(string ending)
    {
        Picture first = Samples.Loaded(Samples.Saved(Samples.Picture(5, 3, metadata: new(null, Rich())), ".tif"));
        Picture last = Samples.Loaded(Samples.Saved(Samples.Loaded(Samples.Saved(first, ending)), ".tif"));

        TiffDirectory main = Directory(last.Metadata.Exif);
        Assert.Equal("OldBox1\0", Text(main, ModelTag));
        Assert.Equal("by the lake\0", Text(main.Children[ExifTag], CommentTag));
        Assert.Equal("R98\0", Text(main.Children[ExifTag].Children[InteroperabilityTag], 1));
        Assert.Equal("N\0", Text(main.Children[GpsTag], 1));
        Assert.Equal(new byte[] { 47, 0, 0, 0, 1, 0, 0, 0 }, main.Children[GpsTag].Entries[2].Value[..8]);
    }

    [Fact]
    public void A_big_endian_TIFF_is_read_too()
    {
        using MemoryStream file = new();
        using (Tiff tiff = Tiff.ClientOpen("picture", "wb", file, new TiffStream()))
        {
            TiffReaderTests.Header(tiff, 1, 1, 8, 1, Photometric.MINISBLACK);
            tiff.SetField(TiffTag.MODEL, "OldBox1");
            tiff.WriteScanline([7], 0);
            tiff.FlushData();
            tiff.WriteDirectory();
            Assert.Equal("MM"u8, file.ToArray().AsSpan(0, 2));
            Assert.Equal("OldBox1\0", Model(Samples.Loaded(file.ToArray())));
        }
    }

    [Fact]
    public void A_turned_TIFF_leaves_with_upright_EXIF_and_its_true_size()
    {
        byte[] file = Samples.Saved(Samples.Picture(5, 3, metadata: new(null, Samples.Exif(1), Samples.Dpi)), ".tif");
        Assert.True(IfdReader.TryOpen(file, out IfdReader directory));
        directory.SetInteger((ushort)TiffTag.ORIENTATION, 6);

        PictureMetadata metadata = Samples.Loaded(file).Metadata;

        Assert.Equal(1, ExifBlock.Orientation(metadata.Exif));
        Assert.Equal(new Resolution(Samples.Dpi.Y, Samples.Dpi.X), metadata.Resolution);
        Assert.Equal(metadata.Resolution, ExifBlock.ReadResolution(metadata.Exif));
        Assert.Equal([3, 0, 0, 0], Directory(metadata.Exif).Children[ExifTag].Entries[0xA002].Value);
    }

    [Fact]
    public void A_TIFF_that_says_nothing_gets_no_EXIF() =>
        Assert.Null(Samples.Loaded(Samples.Saved(Samples.Picture(2, 2, metadata: new(null, null, Samples.Dpi)), ".tif")).Metadata.Exif);

    [Fact]
    public void Values_of_unknown_type_and_of_impossible_length_are_left_out()
    {
        TiffDirectory directory = new();
        directory.Add(new TiffEntry(0x010E, 99, 1, [1, 0, 0, 0]));
        directory.Add(new TiffEntry(0x010F, 2, uint.MaxValue, [8, 0, 0, 0]));
        directory.Add(new TiffEntry(ModelTag, 2, 4, "Box\0"u8.ToArray()));
        directory.Add(new TiffEntry(0x0131, 2, 100_000, new byte[100_000]));
        Assert.Equal([ModelTag], TiffExif.Read(Block(directory), limit: 64_000).Entries.Keys);
    }

    [Fact]
    public void Directories_that_point_to_themselves_and_each_other_are_read_once()
    {
        const int Entries = 512;
        byte[] block = new byte[8 + 2 + (Entries * TiffEntry.Length)];
        "II*\0\u0008\0\0\0"u8.CopyTo(block);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(8), Entries);
        ushort[] pointers = [ExifTag, GpsTag, InteroperabilityTag];
        for (int i = 0; i < Entries; i++)
        {
            Span<byte> entry = block.AsSpan(10 + (i * TiffEntry.Length));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, pointers[i % 3]);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], 4);
            entry[8] = 8;
        }
        using CountingStream file = new(block);
        Assert.True(TiffExif.Read(TiffStructure.TryOpen(file)!, 8).IsEmpty);
        // The header, then count and entries of the main, EXIF, GPS and interoperability directories.
        Assert.Equal(1 + (2 * 4), file.Reads);
    }

    [Fact]
    public void Whatever_a_block_holds_the_written_file_keeps_its_picture()
    {
        byte[] rich = Rich();
        Picture picture = Samples.Picture(3, 2);
        Gen<(int At, byte Value)> change = Gen.Select(Gen.Int[0, rich.Length - 1], Gen.Byte);
        Gen.Select(change, change, Gen.Int[0, 3 * rich.Length]).Sample(
            (first, second, length) =>
            {
                byte[] block = (byte[])rich.Clone();
                (block[first.At], block[second.At]) = (first.Value, second.Value);
                block = block[..Math.Min(length, block.Length)];
                using MemoryStream file = new();
                TiffWriter.Write(file, picture with { Metadata = new(null, block) }, CancellationToken.None);
                file.Position = 0;
                (Picture read, int orientation) = TiffReader.Read(file, "picture", CancellationToken.None);
                return orientation == 1 && read.Pixels.Bytes.AsSpan().SequenceEqual(picture.Pixels.Bytes);
            },
            iter: 300,
            threads: 1);
    }

    private static byte[] Rich()
    {
        TiffDirectory gps = new();
        gps.Add(new TiffEntry(1, 2, 2, "N\0"u8.ToArray()));
        gps.Add(new TiffEntry(2, 5, 3, [47, 0, 0, 0, 1, 0, 0, 0, 30, 0, 0, 0, 1, 0, 0, 0, 15, 0, 0, 0, 1, 0, 0, 0]));
        TiffDirectory interoperability = new();
        interoperability.Add(new TiffEntry(1, 2, 4, "R98\0"u8.ToArray()));
        TiffDirectory exif = new();
        exif.Add(new TiffEntry(CommentTag, 7, 12, "by the lake\0"u8.ToArray()));
        exif.Children[InteroperabilityTag] = interoperability;
        TiffDirectory main = new();
        main.Add(new TiffEntry(ModelTag, 2, 8, "OldBox1\0"u8.ToArray()));
        main.Children[ExifTag] = exif;
        main.Children[GpsTag] = gps;
        return Block(main);
    }

    private static byte[] Block(TiffDirectory directory) => ExifBlock.Build(directory, 1, null);

    private static TiffDirectory Directory(byte[]? block) => TiffExif.Read(block);

    private static string? Text(TiffDirectory directory, ushort tag) =>
        directory.Entries.TryGetValue(tag, out TiffEntry? entry) ? Encoding.ASCII.GetString(entry.Value) : null;

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public int Reads { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            Reads++;
            return base.Read(buffer);
        }
    }
}
