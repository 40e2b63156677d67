using System.Text.Json;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Models;

/// <summary>Turns the centres' file and the manifest's facts into a <see cref="ClassPrior"/>.</summary>
internal static class CentresReader
{
    /// <summary>Parses the centres.</summary>
    /// <param name="utf8">Content of the file.</param>
    /// <param name="facts">What the manifest says of it.</param>
    /// <param name="place">Path of the file, for messages.</param>
    /// <exception cref="SPColorException">Not the count or length that the manifest says, or a number that is none.</exception>
    internal static ClassPrior Read(ReadOnlySpan<byte> utf8, ClassFacts facts, string place)
    {
        CentresFile file = Parse(utf8, place);
        bool rightCount = file.Count == facts.Count && file.Centres.Length == facts.Count;
        Require(rightCount, place, $"it has {file.Centres.Length} centres, the manifest says {facts.Count}");
        Require(file.Channels == facts.Channels, place, $"its centres have {file.Channels} channels, the manifest says {facts.Channels}");
        float[] centres = new float[facts.Count * facts.Channels];
        for (int i = 0; i < facts.Count; i++)
        {
            float[]? centre = file.Centres[i];
            int length = centre?.Length ?? 0;
            Require(length == facts.Channels, place, $"centre {i} has {length} numbers, the manifest says {facts.Channels}");
            Require(centre!.All(float.IsFinite), place, $"centre {i} holds a number that is not finite");
            Require(centre!.Any(value => value != 0), place, $"centre {i} is all zeros");
            centre!.CopyTo(centres, i * facts.Channels);
        }

        return new ClassPrior(
            facts.Count, facts.Channels, centres, facts.Sharpness, facts.Rule, facts.Resampling, facts.DefaultAreas, facts.Membership, facts.Names,
            facts.Edges);
    }

    private static CentresFile Parse(ReadOnlySpan<byte> utf8, string place)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, PackJson.Default.CentresFile) ?? throw new JsonException("it holds nothing");
        }
        catch (JsonException e)
        {
            throw ManifestReader.Wrong(place, e);
        }
    }

    private static void Require(bool holds, string place, string what)
    {
        if (!holds)
            throw PackFailure.Wrong(place, what);
    }
}
