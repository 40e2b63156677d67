using CsCheck;
using Google.Protobuf;
using SPColor.Core;
using SPColor.Inference.Graphs;
using SPColor.Inference.Protos;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Graphs;

public sealed class HostileGraphTests
{
    [Fact]
    public void A_sound_graph_passes()
    {
        OnnxGraph graph = OnnxGraphCheck.Check(SampleModels.With(_ => { }), "a.onnx");

        Assert.Equal(["features", "blocks"], graph.Inputs.Select(input => input.Name));
        Assert.Equal([4L, 3L], graph.Inputs[0].Dimensions.Select(dimension => dimension.Size!.Value));
        Assert.Equal("centred", Assert.Single(graph.Outputs).Name);
    }

    [Fact]
    public void External_data_is_refused()
    {
        AssertRefused("keeps its data in another file", model => model.Graph.Initializer[0].DataLocation = 1);
        AssertRefused("keeps its data in another file", model => model.Graph.Initializer[0].ExternalData.Add(new Presence()));
    }

    [Theory]
    [InlineData(new long[] { 5 }, "claims 20 bytes and holds 16")]
    [InlineData(new long[] { 30000, 10000 }, "claims 1200000000 bytes and holds 16")]
    [InlineData(new long[] { 0 }, "claims 0 bytes and holds 16")]
    [InlineData(new long[] { -4 }, "impossible dimensions")]
    [InlineData(new long[] { long.MaxValue, 2 }, "impossible dimensions")]
    [InlineData(new long[] { 1 << 30, 1 << 30, 1 << 30 }, "impossible dimensions")]
    public void Tensors_that_claim_other_than_they_hold_are_refused(long[] dims, string expected)
    {
        AssertRefused(expected, model => model.Graph.Initializer.Add(SampleModels.Tensor(dims)));
        AssertRefused(expected, model => model.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "value", T = SampleModels.Tensor(dims) }));
    }

    [Fact]
    public void Data_twice_and_unknown_types_are_refused()
    {
        AssertRefused("holds its data twice", model =>
        {
            TensorProto tensor = SampleModels.Tensor(4);
            tensor.FloatData.Add(1f);
            model.Graph.Initializer.Add(tensor);
        });
        AssertRefused("unknown element type 8", model => model.Graph.Initializer[0].DataType = 8);
    }

    [Fact]
    public void Foreign_operators_and_newer_operator_sets_are_refused()
    {
        AssertRefused("operator set is 18", model => model.OpsetImport[0].Version = 18);
        AssertRefused("operators of \"com.evil\"", model => model.OpsetImport.Add(new OperatorSetProto { Domain = "com.evil", Version = 1 }));
        AssertRefused("operator of \"com.microsoft\"", model => model.Graph.Node[0].Domain = "com.microsoft");
        AssertRefused("names no operator set", model => model.OpsetImport.Clear());
    }

    [Fact]
    public void Functions_subgraphs_sparse_tensors_and_training_graphs_are_refused()
    {
        AssertRefused("defines functions", model => model.Functions.Add(new Presence()));
        AssertRefused("holds training graphs", model => model.TrainingInfo.Add(new Presence()));
        AssertRefused("holds a graph of its own", model => model.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "body", G = new Presence() }));
        AssertRefused("holds sparse tensors", model => model.Graph.SparseInitializer.Add(new Presence()));
    }

    [Theory]
    [InlineData("ConstantOfShape")]
    [InlineData("Expand")]
    [InlineData("Tile")]
    [InlineData("Range")]
    [InlineData("RandomNormal")]
    [InlineData("Loop")]
    public void Operators_that_no_network_of_ours_needs_are_refused(string type) =>
        AssertRefused($"uses \"{type}\"", model => model.Graph.Node[0].OpType = type);

    [Theory]
    [InlineData("MatMul")]
    [InlineData("Add")]
    [InlineData("Concat")]
    [InlineData("Pad")]
    [InlineData("Gather")]
    [InlineData("Resize")]
    public void Stored_numbers_may_not_be_grown_at_load(string type) =>
        AssertRefused($"makes numbers of stored ones alone, with \"{type}\"", model => SampleModels.Prepend(model, type, "claim", "claim"));

    [Fact]
    public void Stored_numbers_may_be_converted_once_and_not_again_and_again()
    {
        OnnxGraphCheck.Check(SampleModels.With(model => SampleModels.Prepend(model, "Cast", "claim")), "a.onnx");

        AssertRefused("multiplies the stored numbers", model =>
        {
            model.Graph.Initializer.Add(SampleModels.Zeros("weights", 100_000));
            for (int i = 0; i < 5; i++)
                SampleModels.Prepend(model, "Cast", "weights");
        });
    }

    [Fact]
    public void Order_and_form_may_not_hide_what_is_stored()
    {
        AssertRefused("before it is made", model => SampleModels.Prepend(model, "MatMul", "later", "later"));
        AssertRefused("with \"Constant\"", model => SampleModels.Prepend(model, "Constant"));
    }

    [Fact]
    public void Too_many_nodes_are_refused() => AssertRefused("nodes, allowed are", model =>
    {
        for (int i = 0; i < OnnxGraphCheck.MaximumNodes; i++)
            model.Graph.Node.Add(new NodeProto { OpType = "Relu" });
    });

    [Theory]
    [InlineData("")]
    [InlineData("this is no protobuf")]
    [InlineData("\u0008\u0001")]
    public void Other_files_are_refused(string content)
    {
        SPColorException failure = Assert.Throws<SPColorException>(() => OnnxGraphCheck.Check(System.Text.Encoding.UTF8.GetBytes(content), "a.onnx"));

        Assert.StartsWith("a.onnx is refused: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_graphs_are_refused_or_load()
    {
        byte[] sound = SampleModels.Sound().ToByteArray();
        var factory = new SessionFactory(ComputeDevice.Cpu, threads: 1);
        Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 6]).Sample(
            (seed, changes) =>
            {
                var random = new Random(seed);
                byte[] mutated = (byte[])sound.Clone();
                for (int i = 0; i < changes; i++)
                    mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                TryLoad(factory, mutated);
            },
            iter: 1500,
            threads: 1);
    }

    [Fact]
    public void Shortened_graphs_are_refused_or_load()
    {
        byte[] sound = SampleModels.Sound().ToByteArray();
        var factory = new SessionFactory(ComputeDevice.Cpu, threads: 1);
        for (int length = 0; length < sound.Length; length += 3)
            TryLoad(factory, sound[..length]);
    }

    private static void TryLoad(SessionFactory factory, byte[] bytes)
    {
        try
        {
            factory.Create(OnnxGraphCheck.Check(bytes, "mutated.onnx"), [], CancellationToken.None).Dispose();
        }
        catch (SPColorException e)
        {
            Assert.Contains("mutated.onnx", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    private static void AssertRefused(string expected, Action<ModelProto> change)
    {
        byte[] bytes = SampleModels.With(change);
        SPColorException failure = Assert.Throws<SPColorException>(() => OnnxGraphCheck.Check(bytes, "a.onnx"));
        Assert.StartsWith("a.onnx is refused: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
