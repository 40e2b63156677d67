using System.Numerics.Tensors;

namespace SPColor.Core.Imaging;

/// <summary>Merges one row after another with buffers of its own; one per thread.</summary>
internal sealed class MergeRow
{
    private readonly IPixelSource _source;
    private readonly IPixelSink _sink;
    private readonly ISelection? _selection;
    private readonly ChromaSampler _sampler;
    private readonly float _strength;
    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly byte[] _selected;
    private readonly float[] _l;
    private readonly float[] _a;
    private readonly float[] _b;
    private float[]? _ownA;
    private float[]? _ownB;

    public MergeRow(IPixelSource source, IPixelSink sink, ChromaSampler sampler, ISelection? selection, float strength)
    {
        (_source, _sink, _selection, _strength) = (source, sink, selection, strength);
        int width = source.Size.Width;
        _sampler = sampler;
        _before = new byte[width * source.Format.BytesPerPixel()];
        _after = new byte[_before.Length];
        _selected = new byte[width];
        (_l, _a, _b) = (new float[width], new float[width], new float[width]);
        Array.Fill(_selected, byte.MaxValue);
    }

    /// <summary>Reads, colours and writes row <paramref name="y"/>.</summary>
    public void Merge(int y)
    {
        _source.ReadRow(y, _before);
        _selection?.ReadRow(y, _selected);
        if (_selected.AsSpan().ContainsAnyExcept((byte)0))
            Color(y);
        else
            _before.CopyTo(_after, 0);
        _sink.WriteRow(y, _after);
    }

    private void Color(int y)
    {
        PixelFormat format = _source.Format;
        SpaceConverter.RowToLightness(_source.Space, _before, format, _l);
        _sampler.ReadRow(y, _l, _a, _b);
        TensorPrimitives.Multiply<float>(_a, _strength, _a);
        TensorPrimitives.Multiply<float>(_b, _strength, _b);
        if (_selected.AsSpan().ContainsAnyExcept((byte)0, byte.MaxValue))
            BlendWithOwnColor();
        GamutMapper.Map(_l, _a, _b, _source.Space);

        _before.CopyTo(_after, 0);
        SpaceConverter.LabToRow(_source.Space, _l, _a, _b, format, _after);
        int pixel = format.BytesPerPixel();
        for (int x = 0; x < _l.Length; x++)
        {
            bool stays = _selected[x] == 0 || !RowCodec.IsVisible(_before, format, x)
                || (_a[x] == 0 && _b[x] == 0 && RowCodec.IsNeutral(_before, format, x));
            if (stays)
                _before.AsSpan(x * pixel, pixel).CopyTo(_after.AsSpan(x * pixel, pixel));
        }
    }

    // Where the selection is soft, colours are mixed in CIELAB: mixing bytes would shift luminance.
    private void BlendWithOwnColor()
    {
        _ownA ??= new float[_l.Length];
        _ownB ??= new float[_l.Length];
        SpaceConverter.RowToLab(_source.Space, _before, _source.Format, _l, _ownA, _ownB);
        for (int x = 0; x < _l.Length; x++)
        {
            float own = 1f - (_selected[x] / 255f);
            bool neutral = RowCodec.IsNeutral(_before, _source.Format, x);
            _a[x] += ((neutral ? 0 : _ownA[x]) - _a[x]) * own;
            _b[x] += ((neutral ? 0 : _ownB[x]) - _b[x]) * own;
        }
    }
}
