namespace SPColor.Import.Checkpoints;

/// <summary>A run of numbers in a checkpoint, shared by the tensors that look at it.</summary>
/// <param name="Type">Type of its numbers.</param>
/// <param name="Key">Its name in the checkpoint.</param>
/// <param name="Count">How many numbers it holds.</param>
internal sealed record Storage(ElementType Type, string Key, long Count);

/// <summary>A tensor as the checkpoint describes it; its numbers are still in the file.</summary>
/// <param name="Storage">Where its numbers are.</param>
/// <param name="Offset">First number, from the storage's start.</param>
/// <param name="Shape">Dimensions; none: one number.</param>
/// <param name="Strides">Numbers between neighbours along each dimension.</param>
internal sealed record StoredTensor(Storage Storage, long Offset, long[] Shape, long[] Strides)
{
    private const int MostDimensions = 8;

    /// <summary>Numbers of the tensor; <see cref="Create"/> has bounded it.</summary>
    internal long Count => Shape.Aggregate(1L, (count, side) => count * side);

    /// <summary>Numbers from the first to the last that the tensor looks at; 0 where it is empty.</summary>
    internal long Reach => Count == 0 ? 0 : 1 + Shape.Zip(Strides, (side, stride) => (side - 1) * stride).Sum();

    /// <summary>A tensor that lies inside its storage and looks at no number twice over, or null.</summary>
    /// <param name="storage">Where its numbers are.</param>
    /// <param name="offset">First number.</param>
    /// <param name="shape">Dimensions.</param>
    /// <param name="strides">Numbers between neighbours.</param>
    internal static StoredTensor? Create(Storage storage, long offset, long[] shape, long[] strides)
    {
        if (shape.Length > MostDimensions || shape.Length != strides.Length || offset < 0 || offset > storage.Count)
            return null;
        Int128 count = 1, reach = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] < 0 || strides[i] < 0)
                return null;
            count *= shape[i];
            reach += (shape[i] - (Int128)1) * strides[i];
            if (count > storage.Count || reach > storage.Count)
                return null;
        }

        return count == 0 || offset + reach <= storage.Count ? new StoredTensor(storage, offset, shape, strides) : null;
    }
}
