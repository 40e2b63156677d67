using SPColor.Core.Segmentation;

namespace SPColor.Core.Models;

/// <summary>A model pack whose every file was found to be as its manifest says (docs/architecture.md §4).</summary>
public sealed class ModelPack
{
    private ModelPack(string directory, ModelManifest manifest, ClassPrior classPrior)
    {
        Directory = directory;
        Manifest = manifest;
        Facts = new ModelFacts(
            manifest.Name,
            classPrior,
            manifest.Correspondence.ToSettings(),
            manifest.Features.CodeWeight,
            AnySize: (manifest.Segmentation?.Input.Side ?? manifest.Segmentation?.Reference?.Side) is null,
            manifest.Smoothing,
            manifest.Correspondence.CoarseSide,
            manifest.Color.ChoiceReach);
    }

    /// <summary>The pack's folder.</summary>
    public string Directory { get; }

    /// <summary>All facts.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>What the pipeline must know.</summary>
    public ModelFacts Facts { get; }

    /// <summary>Pixels per cell of the correspondence grid.</summary>
    public int MatchStride => Manifest.Features.Target.Match.Stride;

    /// <summary>Opens a pack and verifies size and SHA-256 of every file.</summary>
    /// <param name="directory">The pack's folder.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    /// <exception cref="SPColorException">Anything is missing, damaged, refused or too new; the first such thing is named.</exception>
    public static ModelPack Open(string directory, CancellationToken cancellationToken = default)
    {
        ModelManifest manifest = ManifestReader.Read(directory);
        foreach (PackFile file in manifest.Files)
        {
            PackFileCheck check = PackFileReader.Check(directory, file, cancellationToken);
            if (check.State != PackFileState.Ok)
                throw new SPColorException(check.Message!);
        }

        return new ModelPack(directory, manifest, ReadCentres(directory, manifest, cancellationToken));
    }

    /// <summary>Verifies a pack without stopping at the first fault.</summary>
    /// <param name="directory">The pack's folder.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    public static PackReport Verify(string directory, CancellationToken cancellationToken = default)
    {
        try
        {
            ModelManifest manifest = ManifestReader.Read(directory);
            List<PackFileCheck> checks = [new(ManifestReader.FileName, PackFileState.Ok)];
            foreach (PackFile file in manifest.Files)
            {
                PackFileCheck check = PackFileReader.Check(directory, file, cancellationToken);
                bool isCentres = string.Equals(file.Path, manifest.Classes.Centres, StringComparison.OrdinalIgnoreCase);
                checks.Add(isCentres && check.State == PackFileState.Ok ? CheckCentres(directory, manifest, cancellationToken) : check);
            }

            return new PackReport(directory, manifest, checks);
        }
        catch (SPColorException e)
        {
            bool there = File.Exists(Path.Combine(directory, ManifestReader.FileName));
            PackFileState state = there ? PackFileState.Damaged : PackFileState.Missing;
            return new PackReport(directory, null, [new(ManifestReader.FileName, state, e.Message)]);
        }
    }

    /// <summary>Reads one of the pack's files; the bytes returned are the very bytes whose hash was checked.</summary>
    /// <param name="path">Path as in the manifest.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SPColorException">The file changed since the pack was opened, or the manifest does not name it.</exception>
    public byte[] Read(string path, CancellationToken cancellationToken = default) =>
        PackFileReader.Read(Directory, Entry(Manifest, path, Directory), cancellationToken);

    private static ClassPrior ReadCentres(string directory, ModelManifest manifest, CancellationToken cancellationToken)
    {
        PackFile file = Entry(manifest, manifest.Classes.Centres, directory);
        byte[] bytes = PackFileReader.Read(directory, file, cancellationToken);
        return CentresReader.Read(bytes, manifest.Classes, Path.Combine(directory, file.Path));
    }

    private static PackFileCheck CheckCentres(string directory, ModelManifest manifest, CancellationToken cancellationToken)
    {
        string path = manifest.Classes.Centres;
        try
        {
            ReadCentres(directory, manifest, cancellationToken);
            return new(path, PackFileState.Ok);
        }
        catch (SPColorException e)
        {
            return new(path, PackFileState.Damaged, e.Message);
        }
    }

    private static PackFile Entry(ModelManifest manifest, string path, string directory) =>
        manifest.Files.FirstOrDefault(file => string.Equals(file.Path, path, StringComparison.OrdinalIgnoreCase))
        ?? throw new SPColorException($"the model pack in {directory} has no file \"{path}\": {PackFailure.Cure}");
}
