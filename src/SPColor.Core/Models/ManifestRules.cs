using SPColor.Core.Imaging;

namespace SPColor.Core.Models;

/// <summary>What a well-formed manifest must also fulfil; each failure names the member.</summary>
internal static class ManifestRules
{
    /// <summary>Checks ranges and cross references.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="place">Its path, for messages.</param>
    /// <exception cref="SPColorException">The first rule that is broken.</exception>
    internal static void Check(ModelManifest manifest, string place) => new Checker(manifest, place).Run();

    private sealed class Checker(ModelManifest manifest, string place)
    {
        private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);

        internal void Run()
        {
            Require(manifest.Format == PackLimits.ManifestFormat, "format", $"must be {PackLimits.ManifestFormat}");
            Text(manifest.Name, "name");
            Text(manifest.Version, "version");
            Text(manifest.License, "license");
            Text(manifest.Description, "description");
            Number(manifest.Memory ?? 1, 1, PackLimits.MemoryBytes, "memory");
            Files();
            Features();
            Classes();
            Correspondence();
            Color();
            Smoothing();
        }

        private void Files()
        {
            Require(manifest.Files.Count is > 0 and <= PackLimits.Files, "files", $"must name 1 to {PackLimits.Files} files");
            long total = 0;
            foreach (PackFile file in manifest.Files)
            {
                Require(file is not null, "files", "must not hold null");
                string member = $"files \"{file!.Path}\"";
                string? refusal = PackPath.Refusal(file.Path);
                Require(refusal is null, member, $"is refused: {refusal}");
                Require(_paths.Add(file.Path), member, "is named twice");
                Require(file.Bytes is > 0 and <= PackLimits.FileBytes, member, $"must have 1 to {PackLimits.FileBytes} bytes");
                bool isHash = file.Sha256.Length == 64 && file.Sha256.All(char.IsAsciiHexDigitLower);
                Require(isHash, member, "must have a sha256 of 64 lower-case hexadecimal digits");
                total += file.Bytes;
            }

            Require(total <= PackLimits.PackBytes, "files", $"must have at most {PackLimits.PackBytes} bytes together");
        }

        private void Features()
        {
            FeatureFacts features = manifest.Features;
            Role(features.Target, "features.target");
            Role(features.Reference, "features.reference");
            Number(features.CodeWeight, 0, 100, "features.codeWeight");
            (GridOutput target, GridOutput reference) = (features.Target.Match, features.Reference.Match);
            Require(target.Channels == reference.Channels, "features.reference.match.channels", "must equal the target's");
            Require(target.Stride == reference.Stride, "features.reference.match.stride", "must equal the target's");
            bool shared = features.Target.Code is not null && features.Reference.Code is not null;
            bool partly = features.Target.Code is not null || features.Reference.Code is not null;
            Require(shared == partly, "features", "must give a code for both pictures or for neither");
            Require(shared != manifest.Segmentation is not null, "segmentation", "must be there exactly when features give no code");
            Require(shared || features.CodeWeight == 0, "features.codeWeight", "must be 0 where features give no code");
            if (manifest.Segmentation is { } own)
            {
                Named(own.Graph, "segmentation.graph");
                Input(own.Input, "segmentation.input");
                Input(own.Reference ?? own.Input, "segmentation.reference");
                bool alike = own.Reference is null || (own.Reference.Name == own.Input.Name && own.Reference.Side == own.Input.Side);
                Require(alike, "segmentation.reference", "must have the name and side of segmentation.input");
                Grid(own.Code, "segmentation.code");
            }
        }

        private void Role(RoleFacts role, string member)
        {
            Named(role.Graph, $"{member}.graph");
            Input(role.Input, $"{member}.input");
            Require(role.Input.Side is null, $"{member}.input.side", "must be absent: match features follow the working size");
            Grid(role.Match, $"{member}.match");
            if (role.Code is not null)
                Grid(role.Code, $"{member}.code");
        }

        private void Classes()
        {
            ClassFacts classes = manifest.Classes;
            Named(classes.Centres, "classes.centres");
            Number(classes.Count, 1, PackLimits.Centres, "classes.count");
            Number(classes.Channels, 1, PackLimits.Channels, "classes.channels");
            Number(classes.Sharpness, 1e-3, 1e4, "classes.sharpness");
            Number(classes.DefaultAreas, 1, Math.Min(classes.Count, PackLimits.Areas), "classes.defaultAreas");
            Number(classes.Membership ?? 1, 1e-3, 1, "classes.membership");
            Require(classes.Names is null || classes.Names.Count == classes.Count, "classes.names", "must have a name for each centre");
            foreach (string? word in classes.Names ?? [])
                Text(word ?? "", "classes.names");
            if (classes.Edges is { } edges)
            {
                Number(edges.Sigma, 0.01, 1000, "classes.edges.sigma");
                Number(edges.Lambda, 0, 1e6, "classes.edges.lambda");
                Number(edges.Islands, 0, 0.5, "classes.edges.islands");
            }

            FeatureFacts features = manifest.Features;
            foreach (GridOutput? code in new[] { features.Target.Code, features.Reference.Code, manifest.Segmentation?.Code })
                Require(code is null || code.Channels == classes.Channels, "classes.channels", "must equal the channels of the code");
        }

        private void Correspondence()
        {
            CorrespondenceFacts facts = manifest.Correspondence;
            Number(facts.Temperature, 1e-4, 10, "correspondence.temperature");
            Number(facts.Similarity.Offset, -1, 1, "correspondence.similarity.offset");
            Number(facts.Similarity.Scale, 1e-3, 1e3, "correspondence.similarity.scale");
            if (facts.CoarseSide is { } side)
            {
                Number(side, WorkingSize.Multiple, WorkingSize.LargestSide, "correspondence.coarseSide");
                Require(side % WorkingSize.Multiple == 0, "correspondence.coarseSide", $"must be a multiple of {WorkingSize.Multiple}");
                Require(facts.Centring == FeatureCentring.None, "correspondence.coarseSide", "needs vectors that are compared as they are");
                Require(manifest.Classes.Edges is not null, "correspondence.coarseSide", "needs classes.edges");
            }
        }

        private void Color()
        {
            ColorFacts color = manifest.Color;
            Named(color.Graph, "color.graph");
            Text(color.Output, "color.output");
            Range(color.Luminance, "color.luminance");
            Number(color.ChoiceReach ?? 1, 1, WorkingSize.LargestSide, "color.choiceReach");
            Require(color.Inputs.Count is > 0 and <= 16, "color.inputs", "must name 1 to 16 inputs");
            foreach (ColorInput input in color.Inputs)
            {
                Require(input is not null, "color.inputs", "must not hold null");
                Text(input!.Name, "color.inputs.name");
                Require(input.Planes.Count is > 0 and <= 16, "color.inputs.planes", "must name 1 to 16 planes");
            }
        }

        private void Smoothing()
        {
            if (manifest.Smoothing is not { } facts)
                return;
            Number(facts.Sigma, 0.01, 1000, "smoothing.sigma");
            Number(facts.Warped, 0, 1e6, "smoothing.warped");
            Number(facts.Output, 0, 1e6, "smoothing.output");
            Number(facts.Gain, 0.5, 2, "smoothing.gain");
            Number(facts.Gate.Blur, 0, 16, "smoothing.gate.blur");
            Number(facts.Gate.From, -1, 1, "smoothing.gate.from");
            Number(facts.Gate.To, -1, 1, "smoothing.gate.to");
            Require(facts.Gate.From < facts.Gate.To, "smoothing.gate", "must have its from below its to");
        }

        private void Input(PictureInput input, string member)
        {
            Text(input.Name, $"{member}.name");
            Range(input.Range, $"{member}.range");
            if (input.Side is not { } side)
                return;
            Number(side, PackLimits.WorkingMultiple, 1024, $"{member}.side");
            Require(side % PackLimits.WorkingMultiple == 0, $"{member}.side", $"must be a multiple of {PackLimits.WorkingMultiple}");
        }

        private void Grid(GridOutput output, string member)
        {
            Text(output.Name, $"{member}.name");
            Number(output.Channels, 1, PackLimits.Channels, $"{member}.channels");
            Number(output.Stride, 1, PackLimits.WorkingMultiple, $"{member}.stride");
            Require(PackLimits.WorkingMultiple % output.Stride == 0, $"{member}.stride", $"must divide {PackLimits.WorkingMultiple}");
        }

        private void Range(ValueRange range, string member)
        {
            Number(range.Minimum, -1e6, 1e6, $"{member}.minimum");
            Number(range.Maximum, -1e6, 1e6, $"{member}.maximum");
            Require(range.Minimum < range.Maximum, member, "must have its minimum below its maximum");
        }

        private void Named(string path, string member) =>
            Require(_paths.Contains(path), member, $"names \"{path}\", which is not in files");

        private void Text(string text, string member) =>
            Require(text.Length is > 0 and <= 1000 && !text.Any(char.IsControl), member, "must be one line of 1 to 1000 characters");

        // Written so that NaN and infinities fail.
        private void Number(double value, double minimum, double maximum, string member) =>
            Require(value >= minimum && value <= maximum, member, $"is {value}, must be {minimum} to {maximum}");

        private void Require(bool holds, string member, string rule)
        {
            if (!holds)
                throw PackFailure.Wrong(place, $"{member} {rule}");
        }
    }
}
