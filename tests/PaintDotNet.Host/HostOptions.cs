using PaintDotNet.Rendering;

namespace PaintDotNet.Host;

/// <summary>What the command line says.</summary>
internal sealed record HostOptions
{
    public required string PluginFolder { get; init; }

    public required IReadOnlyList<string> Pictures { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public string? Out { get; init; }

    public int Active { get; init; }

    public IReadOnlyList<int> Hidden { get; init; } = [];

    public IReadOnlyDictionary<int, float> Opacity { get; init; } = new Dictionary<int, float>();

    public RectInt32? Selection { get; init; }

    public int Feather { get; init; }

    public SizeInt32? Canvas { get; init; }

    public bool Dark { get; init; }

    public int Threads { get; init; }

    public int? Adapter { get; init; }

    public string UserFiles { get; init; } = Path.GetTempPath();

    public Rectangle Window { get; init; }

    public long AutoOkAfter { get; init; } = long.MaxValue;

    public long AutoCancelAfter { get; init; } = long.MaxValue;

    public int? CancelRepeatAfter { get; init; }
}
