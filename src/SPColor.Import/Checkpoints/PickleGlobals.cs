namespace SPColor.Import.Checkpoints;

/// <summary>
/// What a name in a pickle stands for. Nothing is ever looked up or run: a few names of PyTorch mean a kind of storage or a way to
/// describe a tensor, those that training programs leave in checkpoints (STEGO's: Lightning, OmegaConf) mean "something to skip", and
/// every other name is refused.
/// </summary>
internal static class PickleGlobals
{
    /// <summary>Modules, with all below them, whose objects are skipped.</summary>
    private static readonly string[] s_skipped =
    [
        "argparse", "collections", "lightning", "numpy", "omegaconf", "pathlib", "pytorch_lightning", "torch.optim", "typing",
    ];

    /// <summary>Python's own types, which OmegaConf notes beside values, and which are only skipped: no eval, getattr, open, exec.</summary>
    private static readonly HashSet<string> s_types =
    [
        "bool", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "long", "object", "set", "slice", "str", "tuple", "unicode",
    ];

    /// <summary>What a name means: an <see cref="ElementType"/>, a <see cref="PickleCall"/>, <see cref="Skipped"/>, or null: refused.</summary>
    /// <param name="module">Its module.</param>
    /// <param name="name">Its name.</param>
    internal static object? Meaning(string module, string name) => (module, name) switch
    {
        ("torch._utils", "_rebuild_tensor_v2" or "_rebuild_tensor") => PickleCall.Tensor,
        ("torch._utils", "_rebuild_parameter") => PickleCall.Parameter,
        ("collections", "OrderedDict") => PickleCall.Dictionary,
        ("builtins" or "__builtin__", _) => s_types.Contains(name) ? Skipped.Instance : null,
        // How protocol 2 writes bytes, such as NumPy's numbers.
        ("_codecs", "encode") => Skipped.Instance,
        ("torch", "Size" or "device" or "float16" or "float32" or "float64" or "bfloat16") => Skipped.Instance,
        _ when ElementTypes.OfStorage(module, name) is { } type => type,
        _ => s_skipped.Any(known => module == known || module.StartsWith($"{known}.", StringComparison.Ordinal)) ? Skipped.Instance : null,
    };
}

/// <summary>The calls in a pickle that mean something to us.</summary>
internal enum PickleCall
{
    /// <summary>Describes a tensor.</summary>
    Tensor,

    /// <summary>Wraps a tensor.</summary>
    Parameter,

    /// <summary>Makes a dictionary.</summary>
    Dictionary,
}

/// <summary>A value that is not looked at.</summary>
internal sealed class Skipped
{
    private Skipped()
    {
    }

    /// <summary>The only one.</summary>
    internal static Skipped Instance { get; } = new();
}
