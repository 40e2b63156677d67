using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SPColor.Core.Tests.Models;

/// <summary>A sound pack in a temporary folder, for tests to spoil.</summary>
internal sealed class TemporaryPack : IDisposable
{
    internal TemporaryPack()
    {
        Root = Directory.CreateTempSubdirectory("spcolor-pack-").FullName;
        Folder = Path.Combine(Root, "sample");
        Directory.CreateDirectory(Folder);
        Write("features.onnx", new byte[3000]);
        Write("color.onnx", [1, 2, 3]);
        Write("centres.json", """{"count": 2, "channels": 3, "centres": [[1, 0, 0], [0, 1, 0.5]]}"""u8.ToArray());
        Save(Manifest());
    }

    internal string Root { get; }

    internal string Folder { get; }

    internal string ManifestPath => Path.Combine(Folder, "manifest.json");

    internal string PathOf(string file) => Path.Combine(Folder, file);

    internal void Write(string file, byte[] content) => File.WriteAllBytes(PathOf(file), content);

    /// <summary>Writes a file and saves a manifest that agrees with it.</summary>
    internal void Replace(string file, string content)
    {
        Write(file, System.Text.Encoding.UTF8.GetBytes(content));
        Save(Manifest());
    }

    internal void Change(Action<JsonNode> change)
    {
        JsonNode manifest = Manifest();
        change(manifest);
        Save(manifest);
    }

    internal void Save(JsonNode manifest) => File.WriteAllText(ManifestPath, manifest.ToJsonString());

    /// <summary>A manifest whose sizes and hashes are those of the files.</summary>
    internal JsonNode Manifest()
    {
        JsonNode manifest = JsonNode.Parse("""
            {
              "format": 1, "name": "sample", "version": "1.2.3", "license": "MIT", "description": "For tests.",
              "files": [],
              "features": { "codeWeight": 0.5 },
              "classes": {
                "centres": "centres.json", "count": 2, "channels": 3, "sharpness": 33.3,
                "rule": "summed-probability", "resampling": "bilinear", "defaultAreas": 2, "names": ["sky", "ground"]
              },
              "correspondence": { "temperature": 0.012, "centring": "none", "similarity": { "offset": 0.1, "scale": 0.6, "clamp": true } },
              "color": {
                "graph": "color.onnx", "luminance": { "minimum": 0, "maximum": 100 }, "upsampling": "bilinear", "output": "ab",
                "inputs": [{ "name": "L", "planes": ["luminance"] }, { "name": "warp", "planes": ["warped-a", "warped-b", "similarity"] }]
              }
            }
            """)!;
        foreach (string role in new[] { "target", "reference" })
        {
            manifest["features"]![role] = JsonNode.Parse("""
                {
                  "graph": "features.onnx",
                  "input": { "name": "L", "convention": "luminance", "range": { "minimum": 0, "maximum": 100 } },
                  "match": { "name": "feat", "channels": 8, "stride": 4 },
                  "code": { "name": "code", "channels": 3, "stride": 8 }
                }
                """);
        }

        foreach (string file in new[] { "features.onnx", "color.onnx", "centres.json" })
        {
            byte[] bytes = File.ReadAllBytes(PathOf(file));
            manifest["files"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["path"] = file,
                ["bytes"] = bytes.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            });
        }

        return manifest;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
