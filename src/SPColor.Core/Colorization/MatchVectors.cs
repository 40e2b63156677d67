using System.Numerics.Tensors;
using SPColor.Core.Models;

namespace SPColor.Core.Colorization;

/// <summary>
/// The soft class term as part of the vectors: with v = [feature, √w·code] / √(1+w) the product of two vectors is
/// (feature·feature + w·code·code) / (1+w), so that SPC stays one matrix product (training-recipe.md §3).
/// </summary>
internal static class MatchVectors
{
    public static FeatureGrid Join(FeatureGrid features, FeatureGrid code, float codeWeight)
    {
        if (codeWeight == 0)
            return features;
        float scale = 1 / MathF.Sqrt(1 + codeWeight), codeScale = MathF.Sqrt(codeWeight) * scale;
        int channels = features.Channels + code.Channels;
        var joined = new FeatureGrid(features.Size, channels, new float[features.Size.Count * channels]);
        for (int i = 0; i < features.Size.Count; i++)
        {
            TensorPrimitives.Multiply(features[i], scale, joined[i]);
            TensorPrimitives.Multiply(code[i], codeScale, joined[i][features.Channels..]);
        }
        return joined;
    }
}
