using SPColor.Core;
using SPColor.Inference.Graphs;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

public sealed class OnnxSessionTests
{
    private const int Side = 256;

    [Fact]
    public void Cancelling_ends_a_run_between_two_operators()
    {
        // About 70 GMAC: without the terminate flag the run would end by itself, long after the token.
        using OnnxSession session = Products(4000);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));

        Assert.ThrowsAny<OperationCanceledException>(() => session.Run([Matrix("x")], [Matrix("y")], source.Token));
    }

    [Fact]
    public void A_session_works_on_after_a_cancelled_run()
    {
        using OnnxSession session = Products(1);
        Assert.ThrowsAny<OperationCanceledException>(() => session.Run([Matrix("x")], [Matrix("y")], new CancellationToken(canceled: true)));
        NamedTensor input = Matrix("x");
        NamedTensor output = Matrix("y");
        input.Values[0] = 3;

        session.Run([input], [output], TestContext.Current.CancellationToken);

        Assert.Equal(9f, output.Values[0]);
    }

    [Fact]
    public void Concurrent_runs_wait_for_each_other()
    {
        using OnnxSession session = Products(1);
        NamedTensor[] outputs = [.. Enumerable.Range(0, 8).Select(_ => Matrix("y"))];

        Parallel.For(0, outputs.Length, i =>
        {
            NamedTensor input = Matrix("x");
            input.Values[0] = i;
            session.Run([input], [outputs[i]], CancellationToken.None);
        });

        Assert.Equal(Enumerable.Range(0, outputs.Length).Select(i => (float)(i * i)), outputs.Select(output => output.Values[0]));
    }

    [Fact]
    public void Tensors_that_do_not_fit_end_in_one_line()
    {
        using OnnxSession session = Products(1);

        SPColorException failure = Assert.Throws<SPColorException>(() =>
            session.Run([NamedTensor.Create("x", 2, 2)], [Matrix("y")], TestContext.Current.CancellationToken));

        Assert.StartsWith("the generated graph \"products\" failed (", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(1e30f)]
    public void Numbers_that_are_not_finite_are_a_failure_that_names_the_graph(float number)
    {
        using OnnxSession session = Products(1);
        NamedTensor input = Matrix("x");
        input.Values[0] = number;

        SPColorException failure = Assert.Throws<SPColorException>(() => session.Run([input], [Matrix("y")], TestContext.Current.CancellationToken));

        Assert.StartsWith("the generated graph \"products\" failed (\"y\" holds a number that is not finite): ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_ends_when_it_is_cancelled()
    {
        var graph = new GraphBuilder("relu");
        graph.Node("Relu", [graph.Input("x", 1)], "y");
        graph.Output("y", 1);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            new SessionFactory(ComputeDevice.Cpu, threads: 1).Create(graph.Build(), [], new CancellationToken(canceled: true)));
    }

    /// <summary>y = x·x, again and again.</summary>
    private static OnnxSession Products(int count)
    {
        var graph = new GraphBuilder("products");
        string x = graph.Input("x", Side, Side);
        string product = x;
        for (int i = 1; i < count; i++)
            product = graph.Node("MatMul", [product, x]);
        graph.Node("MatMul", [product, x], "y");
        graph.Output("y", Side, Side);
        return new SessionFactory(ComputeDevice.Cpu, threads: 1).Create(graph.Build(), [], CancellationToken.None);
    }

    private static NamedTensor Matrix(string name) => new(name, [Side, Side], new float[Side * Side]);
}
