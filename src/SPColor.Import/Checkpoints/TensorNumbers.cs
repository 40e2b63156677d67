using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SPColor.Import.Checkpoints;

/// <summary>Reads a tensor's numbers as 32-bit floats.</summary>
internal static class TensorNumbers
{
    // The largest tensor of the paper's networks has 2.4 million numbers, of any that could replace them some 20 million.
    private const long MostNumbers = 1 << 28;

    /// <summary>Reads a tensor.</summary>
    /// <param name="file">The checkpoint's container.</param>
    /// <param name="key">The tensor's name, for messages.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="place">Path of the file, for messages.</param>
    internal static float[] Read(IStorageFile file, string key, StoredTensor tensor, string place)
    {
        if (tensor.Reach > MostNumbers)
            throw CheckpointFailure.Refused(place, $"its tensor \"{key}\" has {tensor.Reach} numbers, more than the {MostNumbers} allowed");
        int width = tensor.Storage.Type.Bytes();
        byte[] bytes = new byte[tensor.Reach * width];
        file.Read(tensor.Storage, tensor.Offset * width, bytes);
        float[] reached = Convert(bytes, tensor.Storage.Type)
            ?? throw CheckpointFailure.Refused(place, $"its tensor \"{key}\" holds no floating-point numbers");
        float[] numbers = Gather(reached, tensor);
        return TensorPrimitives.IsFiniteAll<float>(numbers)
            ? numbers
            : throw CheckpointFailure.Refused(place, $"its tensor \"{key}\" holds a number that is not finite");
    }

    private static float[]? Convert(byte[] bytes, ElementType type)
    {
        switch (type)
        {
            case ElementType.Float:
                return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
            case ElementType.Half:
                float[] halves = new float[bytes.Length / 2];
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), halves);
                return halves;
            case ElementType.BFloat16:
                return [.. MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(upper => BitConverter.UInt32BitsToSingle((uint)upper << 16))];
            case ElementType.Double:
                return [.. MemoryMarshal.Cast<byte, double>(bytes).ToArray().Select(value => (float)value)];
            default:
                return null;
        }
    }

    /// <summary>Puts numbers that lie in another order (a transposed tensor) in the order of the shape.</summary>
    private static float[] Gather(float[] reached, StoredTensor tensor)
    {
        float[] numbers = new float[tensor.Count];
        long[] index = new long[tensor.Shape.Length];
        long place = 0;
        for (long i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reached[place];
            for (int axis = index.Length - 1; axis >= 0; axis--)
            {
                place += tensor.Strides[axis];
                if (++index[axis] < tensor.Shape[axis])
                    break;
                place -= index[axis] * tensor.Strides[axis];
                index[axis] = 0;
            }
        }

        return numbers;
    }
}
