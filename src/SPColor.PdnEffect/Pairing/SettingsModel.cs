using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Settings;

namespace SPColor.PdnEffect.Pairing;

/// <summary>The dialog's sliders and ticks: what they show, and what follows from another value.</summary>
/// <param name="selection">Of the document.</param>
internal abstract class SettingsModel(SelectionBox selection) : RunStatus
{
    /// <summary>Number of areas, 1…27; 0 while the pack's default is not known yet.</summary>
    public int Areas
    {
        get => Chosen.Areas ?? DefaultAreas;
        set
        {
            int areas = Math.Clamp(value, 1, AreaName.IdCount);
            if (areas != Areas)
                Change(Chosen with { Areas = areas });
        }
    }

    /// <summary>Working size; one of <see cref="SPColorSettings.Sides"/>.</summary>
    public int Side
    {
        get => Chosen.Side;
        set
        {
            if (value != Chosen.Side && SPColorSettings.Sides.Contains(value))
                Change(Chosen with { Side = value });
        }
    }

    /// <summary>Whether looking at the selection differs from looking at the whole layer.</summary>
    public bool HasSelectionBox => selection.Box is not null;

    /// <summary>Whether only the selection's box is looked at, where there is one.</summary>
    public bool LooksAtSelection
    {
        get => Chosen.LookAtSelection;
        set
        {
            if (value != LooksAtSelection)
                Change(Chosen with { LookAtSelection = value });
        }
    }

    /// <summary>Whether a border around a photo is looked for and left out.</summary>
    public bool LeavesOutBorder
    {
        get => Chosen.Border == BorderMode.Auto;
        set
        {
            if (value != LeavesOutBorder)
                Change(Chosen with { Border = value ? BorderMode.Auto : BorderMode.Keep });
        }
    }

    /// <summary>0…100. Runs nothing: the merge alone is done anew.</summary>
    public int Strength
    {
        get => Chosen.StrengthPercent;
        set
        {
            int percent = Math.Clamp(value, 0, 100);
            if (percent == Chosen.StrengthPercent)
                return;
            Chosen = Chosen with { StrengthPercent = percent };
            Tell();
            OnStrengthChanged();
        }
    }

    /// <summary>The user's choices; references and result are not kept here.</summary>
    protected SPColorSettings Chosen { get; private set; } = SPColorSettings.Default;

    /// <summary>The pack's number of areas; 0 while it is not known.</summary>
    protected abstract int DefaultAreas { get; }

    /// <summary>Where to look in the layer; null: everywhere.</summary>
    protected PixelRect? Box => Chosen.BoxIn(selection);

    /// <summary>What to say of the selection under these settings.</summary>
    protected IEnumerable<Notice> SelectionNotices =>
        selection.IsTooSmall && LooksAtSelection ? [new Notice(NoticeKind.Hint, Words.SelectionTooSmall)] : [];

    /// <summary>Takes over other choices and runs what they touch.</summary>
    protected abstract void Change(SPColorSettings settings);

    /// <summary>The result is to be merged anew.</summary>
    protected abstract void OnStrengthChanged();

    /// <summary>Shows other choices.</summary>
    protected void Show(SPColorSettings settings)
    {
        Chosen = settings;
        Tell(nameof(Areas));
        Tell(nameof(Side));
        Tell(nameof(LooksAtSelection));
        Tell(nameof(LeavesOutBorder));
        Tell(nameof(Strength));
    }
}
