namespace SPColor.Core.Imaging;

/// <summary>How the numbers of one channel become light: a rising curve, sampled at the 65,536 values of 16 bits, which hold those of 8.</summary>
public sealed class ToneCurve
{
    private const int Top = 65535;
    private const int StepOf8Bit = Top / 255;

    // Of a float, sign, exponent and seven bits of the fraction: 128 ranges an octave, so that a search takes eight steps.
    private const int RangeShift = 16;

    // Measured curves have noise, and the two parts of a video curve do not quite meet.
    private const double Dip = 0.001;

    private readonly int[] _firstOfRange;

    private ToneCurve(float[] linear16)
    {
        Linear16 = linear16;
        Linear8 = [.. Enumerable.Range(0, 256).Select(level => linear16[level * StepOf8Bit])];
        _firstOfRange = FirstOfRange(linear16);
    }

    /// <summary>The curve of sRGB.</summary>
    public static ToneCurve Srgb { get; } = new(SrgbTransfer.Linear16);

    /// <summary>Linear light, 0…1, of the 256 8-bit values.</summary>
    internal float[] Linear8 { get; }

    /// <summary>Linear light, 0…1, of the 65,536 16-bit values.</summary>
    internal float[] Linear16 { get; }

    /// <summary>Samples a curve.</summary>
    /// <param name="linear">From an encoded value 0…1 to linear light; results are clamped to 0…1.</param>
    /// <returns>Null where the curve falls or does not rise at all: no picture is meant by it.</returns>
    public static ToneCurve? Create(Func<double, double> linear)
    {
        ArgumentNullException.ThrowIfNull(linear);
        float[] table = new float[Top + 1];
        for (int i = 0; i <= Top; i++)
        {
            double light = linear((double)i / Top);
            if (double.IsNaN(light))
                return null;
            float before = i > 0 ? table[i - 1] : 0;
            if (light < before - Dip)
                return null;
            table[i] = Math.Max(before, (float)Math.Clamp(light, 0, 1));
        }

        return table[Top] > table[0] ? new ToneCurve(table) : null;
    }

    /// <summary>The encoded value nearest to an amount of light; that of a run of equal ones is its first, of white the highest.</summary>
    /// <param name="linear">Clamped to what the curve reaches.</param>
    /// <param name="top">255 or 65535.</param>
    /// <returns>0…<paramref name="top"/>.</returns>
    internal int Level(float linear, int top)
    {
        if (!(linear > Linear16[0]))
            return 0;
        if (linear >= Linear16[Top])
            return top;
        int range = (int)(BitConverter.SingleToUInt32Bits(linear) >> RangeShift);
        int low = _firstOfRange[range], high = _firstOfRange[range + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Linear16[middle] < linear)
                low = middle + 1;
            else
                high = middle;
        }

        float below = Linear16[low - 1], above = Linear16[low];
        return (int)(((low - 1 + ((linear - below) / (above - below))) * top / Top) + 0.5f);
    }

    /// <summary>Largest distance to another curve, as encoded values 0…1 of sRGB.</summary>
    internal float Distance(ToneCurve other)
    {
        float most = 0;
        foreach ((float mine, float its) in EncodedForSrgb().Zip(other.EncodedForSrgb()))
            most = Math.Max(most, Math.Abs(mine - its));
        return most;
    }

    /// <summary>The sRGB-encoded values 0…1 of the 8-bit values.</summary>
    internal float[] EncodedForSrgb() => [.. Linear8.Select(SrgbTransfer.Encode)];

    /// <summary>The sRGB-encoded values 0…1 of the 16-bit values.</summary>
    internal float[] DeepEncodedForSrgb() => [.. Linear16.Select(SrgbTransfer.Encode)];

    // First place of the table that is not below a range's smallest number; one range more than there are, as its end.
    private static int[] FirstOfRange(float[] table)
    {
        int[] first = new int[(BitConverter.SingleToUInt32Bits(1f) >> RangeShift) + 2];
        int at = 0;
        for (int range = 0; range < first.Length; range++)
        {
            float least = BitConverter.UInt32BitsToSingle((uint)range << RangeShift);
            while (at < Top && table[at] < least)
                at++;
            first[range] = at;
        }

        return first;
    }
}
