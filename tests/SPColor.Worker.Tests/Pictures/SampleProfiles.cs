using System.Buffers.Binary;
using System.Text;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>The smallest colour profiles that mean something (ICC.1:2001-04).</summary>
internal static class SampleProfiles
{
    /// <summary>A monitor profile with the primaries of Adobe RGB and gamma 2.2.</summary>
    public static byte[] Rgb(int padding = 0) => Build("RGB ", [
        ("wtpt", Xyz(0.9642, 1, 0.8249)),
        ("rXYZ", Xyz(0.6097, 0.3111, 0.0195)),
        ("gXYZ", Xyz(0.2053, 0.6257, 0.0609)),
        ("bXYZ", Xyz(0.1492, 0.0632, 0.7446)),
        ("rTRC", Gamma(2.2)),
        ("gTRC", Gamma(2.2)),
        ("bTRC", Gamma(2.2)),
        .. padding == 0 ? [] : new[] { ("padd", new byte[padding]) },
    ]);

    /// <summary>sRGB (IEC 61966-2-1) with its own curve.</summary>
    public static byte[] Srgb() => Build("RGB ", [
        ("wtpt", Xyz(0.9642, 1, 0.8249)),
        ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)),
        ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
        ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
        ("rTRC", SrgbCurve()),
        ("gTRC", SrgbCurve()),
        ("bTRC", SrgbCurve()),
    ]);

    /// <summary>An RGB profile that says nothing.</summary>
    public static byte[] Empty() => Build("RGB ", []);

    /// <summary>An RGB profile with primaries and without curves.</summary>
    public static byte[] WithoutCurves() => Build("RGB ", [
        ("rXYZ", Xyz(0.6097, 0.3111, 0.0195)),
        ("gXYZ", Xyz(0.2053, 0.6257, 0.0609)),
        ("bXYZ", Xyz(0.1492, 0.0632, 0.7446)),
    ]);

    /// <summary>Adobe RGB's primaries with curves of one's own.</summary>
    public static byte[] WithCurves(byte[] red, byte[] green, byte[] blue) => Build("RGB ", [
        ("wtpt", Xyz(0.9642, 1, 0.8249)),
        ("rXYZ", Xyz(0.6097, 0.3111, 0.0195)),
        ("gXYZ", Xyz(0.2053, 0.6257, 0.0609)),
        ("bXYZ", Xyz(0.1492, 0.0632, 0.7446)),
        ("rTRC", red),
        ("gTRC", green),
        ("bTRC", blue),
    ]);

    /// <summary>A grey profile of one gamma.</summary>
    public static byte[] Grey(double gamma) => Build("GRAY", [("wtpt", Xyz(0.9642, 1, 0.8249)), ("kTRC", Gamma(gamma))]);

    /// <summary>A printer profile with a table of 3⁴ inks, from cyan, magenta, yellow and black to CIELAB.</summary>
    /// <param name="lab">L* 0…100, a* and b* −128…127 of inks 0…1.</param>
    public static byte[] Cmyk(Func<double, double, double, double, (double L, double A, double B)> lab)
    {
        const int Header = 48, Grid = 3, Ramp = 256;
        byte[] ramp = [.. Enumerable.Range(0, Ramp).Select(i => (byte)i)];
        byte[] table = new byte[Header];
        "mft1"u8.CopyTo(table);
        (table[8], table[9], table[10]) = (4, 3, Grid);
        for (int i = 0; i < 9; i += 4)
            Put(table, 12 + (4 * i), 65536);
        byte[] colours = [.. Enumerable.Range(0, Grid * Grid * Grid * Grid).SelectMany(i =>
        {
            (double l, double a, double b) = lab(i / 27 / 2.0, i / 9 % 3 / 2.0, i / 3 % 3 / 2.0, i % 3 / 2.0);
            return new[] { (byte)Math.Round(l * 2.55), (byte)Math.Round(a + 128), (byte)Math.Round(b + 128) };
        })];
        return Build("CMYK", [
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("A2B0", [.. table, .. ramp, .. ramp, .. ramp, .. ramp, .. colours, .. ramp, .. ramp, .. ramp]),
        ], "prtr", "Lab ");
    }

    private static byte[] Build(string space, (string Name, byte[] Data)[] tags, string device = "mntr", string connection = "XYZ ")
    {
        int at = 132 + (12 * tags.Length);
        byte[] profile = new byte[at + tags.Sum(tag => (tag.Data.Length + 3) & ~3)];
        Put(profile, 0, profile.Length);
        Put(profile, 8, 0x02400000);
        Encoding.ASCII.GetBytes(device + space + connection).CopyTo(profile, 12);
        "acsp"u8.CopyTo(profile.AsSpan(36));
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68));
        Put(profile, 128, tags.Length);
        for (int i = 0; i < tags.Length; i++)
        {
            Encoding.ASCII.GetBytes(tags[i].Name).CopyTo(profile, 132 + (12 * i));
            Put(profile, 136 + (12 * i), at);
            Put(profile, 140 + (12 * i), tags[i].Data.Length);
            tags[i].Data.CopyTo(profile, at);
            at += (tags[i].Data.Length + 3) & ~3;
        }
        return profile;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        byte[] data = new byte[20];
        "XYZ "u8.CopyTo(data);
        Put(data, 8, (int)Math.Round(x * 65536));
        Put(data, 12, (int)Math.Round(y * 65536));
        Put(data, 16, (int)Math.Round(z * 65536));
        return data;
    }

    /// <summary>A curve that is one power, in 256ths.</summary>
    public static byte[] Gamma(double gamma)
    {
        byte[] data = new byte[14];
        "curv"u8.CopyTo(data);
        Put(data, 8, 1);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12), (ushort)Math.Round(gamma * 256));
        return data;
    }

    // Parametric curve of kind 3 (ICC.1:2022 §10.18).
    private static byte[] SrgbCurve()
    {
        byte[] data = new byte[32];
        "para"u8.CopyTo(data);
        Put(data, 8, 3 << 16);
        double[] values = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
        for (int i = 0; i < values.Length; i++)
            Put(data, 12 + (4 * i), (int)Math.Round(values[i] * 65536));
        return data;
    }

    private static void Put(byte[] data, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(at), value);
}
