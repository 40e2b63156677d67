using SPColor.Core.Assignment;
using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Pairing;

/// <summary>One line of a list: an area of this layer or of a reference, or all small areas of one picture.</summary>
/// <param name="reference">Whose area it is; null: this layer's.</param>
/// <param name="card">What it looks like.</param>
/// <param name="choose">Told what the user chose.</param>
internal sealed class AreaRow(int? reference, AreaCard card, Action<AreaRow, string> choose) : ObservableObject
{
    private IReadOnlyList<AreaOption> _options = [];
    private AreaOption _choice = new("", "", null);
    private float? _matchStrength;
    private string _now = "";

    /// <summary>Whose area it is: 0 = reference A; null: this layer's.</summary>
    public int? Reference => reference;

    /// <summary>Thumbnail, swatch, share and name.</summary>
    public AreaCard Card => card;

    /// <summary>"area 3, sky" or "small areas".</summary>
    public string Title { get; } = card.IsSmall ? Words.SmallAreas(card.ClassIds.Count) : Words.Area(card.ClassIds[0], card.Name);

    /// <summary>"34 %".</summary>
    public string Share { get; } = Words.Share(card.Share);

    /// <summary>The dropdown's entries.</summary>
    public IReadOnlyList<AreaOption> Options => _options;

    /// <summary>The entry that holds. Setting it is the user's doing: it starts a run.</summary>
    public AreaOption Choice
    {
        get => _choice;
        set
        {
            if (value.Value.Length > 0 && !value.Equals(_choice))
                choose(this, value.Value);
        }
    }

    /// <summary>Mean match strength 0…1; null: not known, or a reference's row.</summary>
    public float? MatchStrength => _matchStrength;

    /// <summary>Where the colour of this area really comes from now; for a reference's row, which areas take it.</summary>
    public string Now => _now;

    /// <summary>The areas, as pairings name them.</summary>
    public IEnumerable<AreaName> Areas => card.ClassIds.Select(id => new AreaName(reference, id));

    /// <summary>Shows other entries and another choice without starting anything.</summary>
    public void Show(IReadOnlyList<AreaOption> options, AreaOption choice)
    {
        bool same = options.SequenceEqual(_options) && options.Zip(_options).All(pair => pair.First.Label == pair.Second.Label);
        if (!same)
        {
            _options = options;
            Tell(nameof(Options));
        }

        Set(ref _choice, choice, nameof(Choice));
    }

    /// <summary>Shows what a run found.</summary>
    public void Show(float? matchStrength, string now)
    {
        Set(ref _matchStrength, matchStrength, nameof(MatchStrength));
        Set(ref _now, now, nameof(Now));
    }
}
