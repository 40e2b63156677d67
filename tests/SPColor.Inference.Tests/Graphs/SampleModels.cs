using Google.Protobuf;
using SPColor.Inference.Graphs;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Tests.Graphs;

/// <summary>Small models for the checks.</summary>
internal static class SampleModels
{
    /// <summary>A centring graph: matrices, reductions, constants and attributes.</summary>
    internal static ModelProto Sound() => ModelProto.Parser.ParseFrom(Inference.Correspondence.CorrespondenceGraph.Centring(4, 3, 2).Bytes);

    /// <summary>The same with one change.</summary>
    internal static byte[] With(Action<ModelProto> change)
    {
        ModelProto model = Sound();
        change(model);
        return model.ToByteArray();
    }

    internal static TensorProto Tensor(params long[] dims)
    {
        var tensor = new TensorProto { Name = "claim", DataType = TensorType.Float, RawData = ByteString.CopyFrom(new byte[16]) };
        tensor.Dims.Add(dims);
        return tensor;
    }
}
