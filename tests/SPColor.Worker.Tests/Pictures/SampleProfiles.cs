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

    /// <summary>A grey profile of one gamma.</summary>
    public static byte[] Grey(double gamma) => Build("GRAY", [("wtpt", Xyz(0.9642, 1, 0.8249)), ("kTRC", Gamma(gamma))]);

    private static byte[] Build(string space, (string Name, byte[] Data)[] tags)
    {
        int at = 132 + (12 * tags.Length);
        byte[] profile = new byte[at + tags.Sum(tag => (tag.Data.Length + 3) & ~3)];
        Put(profile, 0, profile.Length);
        Put(profile, 8, 0x02400000);
        Encoding.ASCII.GetBytes("mntr" + space + "XYZ ").CopyTo(profile, 12);
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

    private static byte[] Gamma(double gamma)
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
