using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>What a JPEG file's markers say about itself (ITU-T T.81 annex B), without decoding it.</summary>
internal sealed class JpegStructure
{
    private const int StartOfImage = 0xD8;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;
    private const int RestartInterval = 0xDD;
    private const int QuantizationTables = 0xDB;
    private const int FirstRestart = 0xD0;
    private const int LastRestart = 0xD7;

    private readonly List<(int H, int V)> _sampling = [];
    private int _interval;
    private int _scanned;
    private int _restartsMissing;

    private JpegStructure()
    {
    }

    /// <summary>The frame's marker, 0xC0…0xCF or 0xF7; 0 where there is none.</summary>
    public int Frame { get; private set; }

    /// <summary>Bits per sample.</summary>
    public int Bits { get; private set; }

    /// <summary>Columns.</summary>
    public int Width { get; private set; }

    /// <summary>Rows; 0 where they are told later.</summary>
    public int Height { get; private set; }

    /// <summary>Colour components: 1 grey, 3 RGB, 4 inks; 0 where there is no frame.</summary>
    public int Components => _sampling.Count;

    /// <summary>Bytes of all scans' entropy-coded data.</summary>
    public long ScanLength { get; private set; }

    /// <summary>Whether the end marker is there.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>Where the picture ends: behind the end marker, or the file's length.</summary>
    public int End { get; private set; }

    /// <summary>The luminance quantisation table in zigzag order, else null.</summary>
    public byte[]? LuminanceTable { get; private set; }

    /// <summary>Whether every component has a scan, and every scan all of its restart markers.</summary>
    public bool HasAllScans => Frame != 0 && _scanned >= _sampling.Count && _restartsMissing == 0;

    /// <summary>Walks a file; it stops at what is cut off.</summary>
    /// <param name="file">The whole file.</param>
    public static JpegStructure Read(ReadOnlySpan<byte> file)
    {
        JpegStructure structure = new() { End = file.Length };
        structure.Walk(file);
        return structure;
    }

    private void Walk(ReadOnlySpan<byte> file)
    {
        for (int at = 2; ;)
        {
            // What stands between segments is passed over, as decoders do.
            int skip = at < file.Length ? file[at..].IndexOf((byte)0xFF) : -1;
            at += skip + 1;
            if (skip < 0 || at >= file.Length)
                return;
            int marker = file[at];
            if (marker is 0 or 0xFF or 1 or StartOfImage || IsRestart(marker))
                continue;
            at++;
            if (marker == EndOfImage)
            {
                (HasEnd, End) = (true, at);
                return;
            }
            int length = at + 2 > file.Length ? 0 : BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || at + length > file.Length)
                return;
            ReadOnlySpan<byte> data = file.Slice(at + 2, length - 2);
            at += length;
            if (marker == StartOfScan)
                at = Scan(file, at, data);
            else
                Segment(marker, data);
        }
    }

    private void Segment(int marker, ReadOnlySpan<byte> data)
    {
        if (marker == RestartInterval && data.Length >= 2)
            _interval = BinaryPrimitives.ReadUInt16BigEndian(data);
        else if (marker == QuantizationTables && data.Length > 64 && data[0] == 0)
            LuminanceTable ??= data[1..65].ToArray();
        else if ((marker is 0xF7 || (marker is >= 0xC0 and <= 0xCF && marker is not (0xC4 or 0xC8 or 0xCC))) && data.Length >= 6 && Frame == 0)
            StartFrame(marker, data);
    }

    private void StartFrame(int marker, ReadOnlySpan<byte> data)
    {
        (Frame, Bits) = (marker, data[0]);
        (Height, Width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
        for (int i = 0; i < data[5] && 6 + (3 * i) + 1 < data.Length; i++)
            _sampling.Add((Math.Max(1, data[7 + (3 * i)] >> 4), Math.Max(1, data[7 + (3 * i)] & 15)));
    }

    // Behind the entropy-coded data, which ends at a marker that is no restart.
    private int Scan(ReadOnlySpan<byte> file, int at, ReadOnlySpan<byte> header)
    {
        int start = at, restarts = 0;
        for (int skip; (skip = file[at..].IndexOf((byte)0xFF)) >= 0 && at + skip + 1 < file.Length; at += skip + 1)
        {
            int next = file[at + skip + 1];
            if (IsRestart(next))
                restarts++;
            else if (next is not (0 or 0xFF))
            {
                at += skip;
                Close(header, restarts, at - start);
                return at;
            }
        }
        Close(header, restarts, file.Length - start);
        return file.Length;
    }

    private void Close(ReadOnlySpan<byte> header, int restarts, int length)
    {
        int components = header.Length > 0 ? header[0] : 0;
        ScanLength += length;
        _scanned += components;
        if (_interval > 0)
            _restartsMissing += Math.Max(0, ((Units(components) - 1) / _interval) - restarts);
    }

    // MCUs of a scan (T.81 §A.2); of a scan with one component, at least those of the coarsest one.
    private int Units(int components)
    {
        if (_sampling.Count == 0)
            return 0;
        (int h, int v) = (_sampling.Max(one => one.H), _sampling.Max(one => one.V));
        return components == 1 && _sampling.Count == 1 ? Blocks(Width, 8) * Blocks(Height, 8) : Blocks(Width, 8 * h) * Blocks(Height, 8 * v);
    }

    private static int Blocks(int length, int side) => (length + side - 1) / side;

    private static bool IsRestart(int marker) => marker is >= FirstRestart and <= LastRestart;
}
