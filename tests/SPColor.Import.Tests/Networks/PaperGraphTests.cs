using SPColor.Core.Models;
using SPColor.Inference.Protos;
using SPColor.Inference.Tests.Graphs;

namespace SPColor.Import.Tests.Networks;

public sealed class PaperGraphTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("spcolor-import-").FullName, "paper");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_graphs_run_on_DirectML(bool half)
    {
        ModelPack pack = PaperFixture.Import(_folder, half: half);
        ModelProto[] graphs =
        [
            .. pack.Manifest.Files.Where(file => file.Path.EndsWith(".onnx", StringComparison.Ordinal))
                .Select(file => ModelProto.Parser.ParseFrom(pack.Read(file.Path, TestContext.Current.CancellationToken))),
        ];

        Assert.Equal(3, graphs.Length);
        Assert.All(graphs, model => Assert.All(
            FirstInputs.Of(model.Graph),
            input => Assert.Null(DirectMLKernels.Fault(input.Operator, model.OpsetImport.Single().Version, input.Type))));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
