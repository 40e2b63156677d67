using SPColor.Core.Correspondence;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Models;

/// <summary>What the pipeline must know of a pack; every number comes from its manifest.</summary>
/// <param name="Name">The pack's name, such as "compact".</param>
/// <param name="Prior">Class centres and how they are read.</param>
/// <param name="Correspondence">How features are matched.</param>
/// <param name="CodeWeight">
/// Weight w of the soft class term: similarity = (feature·feature + w·code·code) / (1 + w); 0 in the paper.
/// </param>
/// <param name="AnySize">Whether every network runs at the working size, whatever it is: a long picture then gets a larger one.</param>
/// <param name="Smoothing">How colours are evened out; null: not at all.</param>
/// <param name="CoarseSide">S at which areas and matches are decided, which a larger working size only refines; null: every size decides for itself.</param>
/// <param name="ChoiceReach">How far the user's choice for an area reaches beyond it, in pixels at working size; null: wherever the colour network carries it.</param>
public sealed record ModelFacts(
    string Name, ClassPrior Prior, CorrespondenceSettings Correspondence, float CodeWeight, bool AnySize, SmoothingFacts? Smoothing = null,
    int? CoarseSide = null, float? ChoiceReach = null);
