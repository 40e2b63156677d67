namespace SPColor.Import.Checkpoints;

/// <summary>How one number of a storage is stored, little-endian.</summary>
internal enum ElementType
{
    /// <summary>32-bit float.</summary>
    Float,

    /// <summary>16-bit float, IEEE 754.</summary>
    Half,

    /// <summary>The upper half of a 32-bit float.</summary>
    BFloat16,

    /// <summary>64-bit float.</summary>
    Double,

    /// <summary>64-bit integer, such as a counter of batches; never a weight.</summary>
    Long,

    /// <summary>32-bit integer; never a weight.</summary>
    Int,

    /// <summary>One byte: small integers and truth values; never a weight.</summary>
    Byte,
}

/// <summary>Facts about <see cref="ElementType"/>.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<string, ElementType> s_storages = new(StringComparer.Ordinal)
    {
        ["FloatStorage"] = ElementType.Float,
        ["HalfStorage"] = ElementType.Half,
        ["BFloat16Storage"] = ElementType.BFloat16,
        ["DoubleStorage"] = ElementType.Double,
        ["LongStorage"] = ElementType.Long,
        ["IntStorage"] = ElementType.Int,
        ["ByteStorage"] = ElementType.Byte,
        ["CharStorage"] = ElementType.Byte,
        ["BoolStorage"] = ElementType.Byte,
    };

    /// <summary>The type that PyTorch's class of storages stands for, or null.</summary>
    /// <param name="module">Its module; those of the graphics card count too.</param>
    /// <param name="name">Its name.</param>
    internal static ElementType? OfStorage(string module, string name) =>
        module is "torch" or "torch.cuda" && s_storages.TryGetValue(name, out ElementType type) ? type : null;

    /// <summary>Bytes of one number.</summary>
    /// <param name="type">Its type.</param>
    internal static int Bytes(this ElementType type) => type switch
    {
        ElementType.Byte => 1,
        ElementType.Half or ElementType.BFloat16 => 2,
        ElementType.Float or ElementType.Int => 4,
        _ => 8,
    };
}
