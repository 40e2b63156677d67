using System.Buffers.Binary;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Profiles;

/// <summary>A curve as ICC profiles hold it (ICC.1:2022 §10.6 and §10.18).</summary>
/// <param name="Curve">From encoded value to light, both 0…1.</param>
/// <param name="Tag">The tag's data, to write it again.</param>
internal sealed record IccCurve(ToneCurve Curve, ReadOnlyMemory<byte> Tag)
{
    private const int Header = 8;
    private const int LongTable = 4096;

    // Parameters of the five kinds of parametric curves.
    private static readonly int[] _parameters = [1, 3, 4, 5, 7];

    /// <summary>The curve of sRGB (IEC 61966-2-1).</summary>
    public static IccCurve Srgb { get; } = Sampled(x => x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4))!;

    /// <summary>Reads a tag's data; null where it is no rising curve.</summary>
    /// <param name="tag">"curv" or "para", or null.</param>
    public static IccCurve? Read(ReadOnlyMemory<byte>? tag) => Function(tag) is { } curve ? From(curve, tag!.Value) : null;

    /// <summary>Reads the curve of a grey profile whose values are L* (its connection space is CIELAB); null where it is no rising curve.</summary>
    /// <param name="tag">"curv" or "para", or null.</param>
    public static IccCurve? ReadLightness(ReadOnlyMemory<byte>? tag)
    {
        if (Function(tag) is not { } lightness)
            return null;
        return Sampled(x => lightness(x) is > 0.08 and var l ? Math.Pow((l + 0.16) / 1.16, 3) : lightness(x) / 9.033);
    }

    /// <summary>A power of the encoded value.</summary>
    /// <param name="exponent">0.1 … 10.</param>
    public static IccCurve Power(double exponent)
    {
        byte[] tag = new byte[Header + 8];
        "para"u8.CopyTo(tag);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(12), (int)Math.Round(exponent * 65536));
        return From(x => Math.Pow(x, exponent), tag)!;
    }

    /// <summary>Any curve, as a table of 4096 values; null where it does not rise.</summary>
    /// <param name="curve">From encoded value to light, both 0…1.</param>
    public static IccCurve? Sampled(Func<double, double> curve)
    {
        byte[] tag = new byte[Header + 4 + (2 * LongTable)];
        "curv"u8.CopyTo(tag);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(Header), LongTable);
        for (int i = 0; i < LongTable; i++)
        {
            double light = Math.Clamp(curve(i / (LongTable - 1.0)), 0, 1);
            BinaryPrimitives.WriteUInt16BigEndian(tag.AsSpan(Header + 4 + (2 * i)), (ushort)Math.Round(light * ushort.MaxValue));
        }
        return From(curve, tag);
    }

    private static IccCurve? From(Func<double, double> curve, ReadOnlyMemory<byte> tag) =>
        ToneCurve.Create(curve) is { } sampled ? new IccCurve(sampled, tag) : null;

    private static Func<double, double>? Function(ReadOnlyMemory<byte>? tag)
    {
        if (tag is not { Length: >= Header + 4 } data)
            return null;
        return data.Span.StartsWith("curv"u8) ? Table(data) : data.Span.StartsWith("para"u8) ? Parametric(data.Span) : null;
    }

    private static Func<double, double>? Table(ReadOnlyMemory<byte> tag)
    {
        uint count = BinaryPrimitives.ReadUInt32BigEndian(tag.Span[Header..]);
        ReadOnlyMemory<byte> values = tag[(Header + 4)..];
        if (count > values.Length / 2)
            return null;
        if (count == 0)
            return x => x;
        if (count == 1)
            return BinaryPrimitives.ReadUInt16BigEndian(values.Span) / 256.0 is > 0 and var exponent ? x => Math.Pow(x, exponent) : null;
        return x =>
        {
            double at = x * (count - 1);
            int below = (int)Math.Min(at, count - 2);
            double first = Value(below), second = Value(below + 1);
            return (first + ((at - below) * (second - first))) / ushort.MaxValue;
        };

        double Value(int i) => BinaryPrimitives.ReadUInt16BigEndian(values.Span[(2 * i)..]);
    }

    private static Func<double, double>? Parametric(ReadOnlySpan<byte> tag)
    {
        int kind = BinaryPrimitives.ReadUInt16BigEndian(tag[Header..]);
        if (kind >= _parameters.Length || tag.Length < Header + 4 + (4 * _parameters[kind]))
            return null;
        double[] p = new double[7];
        for (int i = 0; i < _parameters[kind]; i++)
            p[i] = IccTags.Fixed(tag[(Header + 4 + (4 * i))..]);
        (double g, double a, double b, double c, double d, double e, double f) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        return kind switch
        {
            0 => x => Math.Pow(x, g),
            1 => x => (a * x) + b >= 0 ? Math.Pow((a * x) + b, g) : 0,
            2 => x => (a * x) + b >= 0 ? Math.Pow((a * x) + b, g) + c : c,
            3 => x => x >= d ? Math.Pow((a * x) + b, g) : c * x,
            _ => x => x >= d ? Math.Pow((a * x) + b, g) + e : (c * x) + f,
        };
    }
}
