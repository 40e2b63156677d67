using SPColor.Inference.Graphs;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

public sealed class SessionCacheTests
{
    [Fact]
    public void Keeps_what_was_used_last()
    {
        int made = 0;
        using var cache = new SessionCache<int>(2);
        foreach (int key in new[] { 1, 2, 1, 3, 1, 2 })
            cache.Use(key, Create, session => session.Run([new("x", [1], [1f])], [NamedTensor.Create("y", 1)], CancellationToken.None));

        // 1 and 2 are made; 3 drops 2, which is made again.
        Assert.Equal(4, made);

        OnnxSession Create()
        {
            made++;
            return new SessionFactory(ComputeDevice.Cpu, 1).Create(Sample.Graph(), [], CancellationToken.None);
        }
    }

    private static class Sample
    {
        internal static OnnxGraph Graph()
        {
            var graph = new GraphBuilder("sample");
            graph.Node("Add", [graph.Input("x", 1), graph.Constant(1f)], "y");
            graph.Output("y", 1);
            return graph.Build();
        }
    }
}
