using System.Drawing;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>All controls of the dialog in their places; no behaviour.</summary>
internal sealed class DialogBody : TableLayoutPanel
{
    private const int SettingsWidth = 270, Edge = 8;

    public DialogBody()
    {
        (Name, ColumnCount, RowCount, Dock, Padding) = ("body", 3, 5, DockStyle.Fill, new Padding(Edge));
        ColumnStyles.Add(new ColumnStyle(SizeType.Absolute, SettingsWidth));
        ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 50));
        ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 50));
        RowStyles.Add(new RowStyle(SizeType.AutoSize));
        RowStyles.Add(new RowStyle(SizeType.Percent, 100));
        RowStyles.Add(new RowStyle(SizeType.AutoSize));
        RowStyles.Add(new RowStyle(SizeType.AutoSize));
        RowStyles.Add(new RowStyle(SizeType.AutoSize));
        Controls.Add(Settings, 0, 0);
        SetRowSpan(Settings, 3);
        Controls.Add(Heading("This layer's &areas take colour from:", 1), 1, 0);
        Controls.Add(Target, 1, 1);
        Controls.Add(Heading("The r&eference's areas count as:", 3), 2, 0);
        Controls.Add(References, 2, 1);
        Controls.Add(Notices, 1, 2);
        SetColumnSpan(Notices, 2);
        Controls.Add(Status, 0, 3);
        SetColumnSpan(Status, 3);
        TableLayoutPanel buttons = Buttons();
        Controls.Add(buttons, 0, 4);
        SetColumnSpan(buttons, 3);
        (Settings.TabIndex, Target.TabIndex, References.TabIndex, Notices.TabIndex, Status.TabIndex, buttons.TabIndex) = (0, 2, 4, 5, 6, 7);
    }

    public SettingsPanel Settings { get; } = new();

    public AreaList Target { get; } = List("target", "takes colour from", "This layer's areas");

    public AreaList References { get; } = List("references", "counts as", "The reference's areas");

    public NoticeBox Notices { get; } = new() { Name = "notices", Dock = DockStyle.Fill };

    public StatusPanel Status { get; } = new();

    public Button Load { get; } = Push("load", "&Load…", "Load pairing");

    public Button Save { get; } = Push("save", "Sa&ve…", "Save pairing");

    public Button Reset { get; } = Push("reset", "Rese&t", "Reset all settings");

    public Button Ok { get; } = Push("ok", "OK", "OK");

    public Button Cancel { get; } = Push("cancel", "Cancel", "Cancel");

    private static AreaList List(string name, string verb, string accessibleName) =>
        new(verb) { Name = name, Dock = DockStyle.Fill, BorderStyle = BorderStyle.FixedSingle, AccessibleName = accessibleName };

    private static Label Heading(string text, int tabIndex) =>
        new() { Text = text, AutoSize = true, Margin = new Padding(3, 0, 3, 4), TabIndex = tabIndex };

    private static PushButton Push(string name, string text, string accessibleName) =>
        new() { Name = name, Text = text, Size = new Size(75, 23), AccessibleName = accessibleName };

    private TableLayoutPanel Buttons()
    {
        TableLayoutPanel row = new() { Name = "buttons", ColumnCount = 6, RowCount = 1, AutoSize = true, Dock = DockStyle.Fill, Margin = new Padding(0, 6, 0, 0) };
        Button[] left = [Load, Save, Reset], right = [Ok, Cancel];
        foreach (Button button in left)
            Add(button, SizeType.AutoSize);
        row.ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 100));
        row.Controls.Add(new Label(), left.Length, 0);
        foreach (Button button in right)
            Add(button, SizeType.AutoSize);
        return row;

        void Add(Button button, SizeType size)
        {
            button.TabIndex = row.Controls.Count;
            row.ColumnStyles.Add(new ColumnStyle(size));
            row.Controls.Add(button, row.Controls.Count, 0);
        }
    }
}
