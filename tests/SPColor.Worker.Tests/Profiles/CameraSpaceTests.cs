using System.Buffers.Binary;
using SPColor.Worker.Pictures;
using SPColor.Worker.Profiles;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Profiles;

public class CameraSpaceTests
{
    [Theory]
    [InlineData("R03", 65535, true)]
    [InlineData("R98", 1, false)]
    [InlineData("R98", 65535, false)]
    [InlineData("R03", 1, false)]
    public void Adobe_RGB_is_told_by_its_mark(string index, int colorSpace, bool isAdobe)
    {
        byte[] exif = Exif(index, colorSpace);
        foreach (string ending in new[] { ".jpg", ".png", ".webp", ".tif" })
        {
            Picture picture = Samples.Loaded(Samples.Saved(Samples.Picture(8, 8, metadata: new(null, exif)), ending));
            Assert.Equal(isAdobe, !picture.Pixels.Space.IsSrgb);
            Assert.Equal(isAdobe, picture.Metadata.IccProfile is not null);
            Assert.Empty(picture.Notes);
        }
    }

    [Fact]
    public void Its_curve_and_primaries_are_those_of_Adobe_RGB()
    {
        FollowedSpace space = CameraSpace.Read(Exif("R03", 65535))!;
        Assert.Equal(0.2198f, space.Space.Red.Linear8[128], 0.0005f);
        double[] red = IccTags.Open(space.Profile!)!.Xyz("rXYZ")!;
        Assert.Equal(0.6097, red[0], 0.0002);
        Assert.Equal(0.3111, red[1], 0.0002);
    }

    [Fact]
    public void A_profile_is_believed_more_than_a_mark()
    {
        byte[] file = Samples.Saved(Samples.Picture(8, 8, metadata: new(SampleProfiles.Srgb(), Exif("R03", 65535))), ".jpg");
        Assert.True(Samples.Loaded(file).Pixels.Space.IsSrgb);
    }

    // The first directory points to EXIF's, and that to the interoperability directory.
    private static byte[] Exif(string index, int colorSpace)
    {
        byte[] block = new byte[74];
        "II*\0"u8.CopyTo(block);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), 8);
        Directory(8, [(0x8769, 4, 1, 26)]);
        Directory(26, [(0xA001, 3, 1, colorSpace), (0xA005, 4, 1, 56)]);
        Directory(56, [(1, 2, 4, BinaryPrimitives.ReadInt32LittleEndian(System.Text.Encoding.ASCII.GetBytes(index + "\0")))]);
        return block;

        void Directory(int at, (int Tag, int Type, int Count, int Value)[] entries)
        {
            BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan(at), (short)entries.Length);
            for (int i = 0; i < entries.Length; i++)
            {
                Span<byte> entry = block.AsSpan(at + 2 + (12 * i));
                BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)entries[i].Tag);
                BinaryPrimitives.WriteInt16LittleEndian(entry[2..], (short)entries[i].Type);
                BinaryPrimitives.WriteInt32LittleEndian(entry[4..], entries[i].Count);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], entries[i].Value);
            }
        }
    }
}
