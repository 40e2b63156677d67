using System.Windows.Forms;
using SPColor.Core.Assignment;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;

namespace SPColor.PdnEffect.Dialog;

/// <summary>The left side: preview, reference and sliders.</summary>
internal sealed class SettingsPanel : TableLayoutPanel
{
    private const string AboutSelection =
        "Areas and colours are found in the selection and a little around it, at a working size of its own. "
        + "Without the tick: in the whole layer. Either way only the selection changes.";

    private const int ReferenceHeight = 40, PreviewHeight = 184, PlainHeight = 17, StrengthTick = 10, AreasTick = 5;

    public SettingsPanel()
    {
        (Name, ColumnCount, Dock, Margin) = ("settings", 1, DockStyle.Fill, Padding.Empty);
        ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 100));
        Row(Preview, PreviewHeight);
        Row(Caption("&Reference layer:"));
        Row(Reference);
        TableLayoutPanel files = new() { Name = "files", ColumnCount = 2, AutoSize = true, Dock = DockStyle.Fill, Margin = Padding.Empty };
        files.ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 50));
        files.ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 50));
        files.Controls.Add(PictureFile, 0, 0);
        files.Controls.Add(MoreReferences, 1, 0);
        Row(files);
        Row(Caption("&Number of areas:"));
        Row(Areas);
        Row(Caption("Colour &strength, %:"));
        Row(Strength);
        Row(Caption("&Working size (larger: finer edges, slower):"));
        Row(WorkingSize);
        Row(Selection);
        Row(Border);
        Row(Caption("S&how over the picture:"));
        Row(Overlay);
        Selection.Visible = false;

        // For screen readers. As a tooltip, which the keyboard opens too, it takes the keyboard from the dialog under Wine.
        Selection.AccessibleDescription = AboutSelection;
        RowStyles.Add(new RowStyle(SizeType.Percent, 100));
        RowCount++;
    }

    public PreviewBox Preview { get; } = new() { Name = "preview", AccessibleName = "Preview; a click selects the area's row", AccessibleRole = AccessibleRole.Graphic };

    public PictureComboBox Reference { get; } = new(ReferenceHeight) { Name = "reference", AccessibleName = "Reference layer" };

    public Button PictureFile { get; } = Push("pictureFile", "Picture &file…");

    public Button MoreReferences { get; } = Push("moreReferences", "&More layers…");

    public SliderBox Areas { get; } = new(1, AreaName.IdCount, AreasTick, "Number of areas") { Name = "areas" };

    public SliderBox Strength { get; } = new(0, 100, StrengthTick, "Colour strength in per cent") { Name = "strength" };

    public PictureComboBox WorkingSize { get; } = Plain(
        "workingSize", "Working size", [.. SPColorSettings.Sides.Select(side => new PictureItem(side, $"{side} × {side}", () => null))]);

    public CheckBox Selection { get; } = Tick("selection", "Looking at the sele&ction");

    public CheckBox Border { get; } = Tick("border", "Leave out a &border (album, scanner)");

    public PictureComboBox Overlay { get; } = Plain(
        "overlay",
        "Show over the picture",
        [
            new PictureItem(OverlayKind.None, "nothing", () => null),
            new PictureItem(OverlayKind.Areas, "areas", () => null),
            new PictureItem(OverlayKind.MatchStrength, "match strength (purple: guessed)", () => null),
        ]);

    /// <summary>Shows the tick for the selection; the preview makes room for it, so that the dialog need not grow.</summary>
    public void OfferSelection()
    {
        Selection.Visible = true;
        RowStyles[0].Height -= Selection.PreferredSize.Height + Selection.Margin.Vertical;
    }

    private static CheckBox Tick(string name, string text) =>
        new() { Name = name, Text = text, AutoSize = true, AutoCheck = false, Margin = new Padding(3, 7, 3, 0) };

    private static PictureComboBox Plain(string name, string accessibleName, IReadOnlyList<PictureItem> items)
    {
        PictureComboBox box = new(PlainHeight) { Name = name, AccessibleName = accessibleName };
        box.Show(items, null);
        return box;
    }

    private static PushButton Push(string name, string text) => new() { Name = name, Text = text, Dock = DockStyle.Fill, Height = 26, Margin = new Padding(3) };

    private static Label Caption(string text) => new() { Text = text, AutoSize = true, Margin = new Padding(3, 7, 3, 0), Anchor = AnchorStyles.Left };

    private void Row(Control control, int height = 0)
    {
        RowStyles.Add(height > 0 ? new RowStyle(SizeType.Absolute, height) : new RowStyle(SizeType.AutoSize));
        if (control is not Label)
            control.Dock = DockStyle.Fill;
        control.TabIndex = RowCount;
        Controls.Add(control, 0, RowCount++);
    }
}
