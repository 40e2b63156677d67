using System.Drawing;
using System.Globalization;
using System.Windows.Forms;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>Rows under each other, with a scroll bar when they need one.</summary>
/// <param name="verb">See <see cref="AreaRowControl"/>.</param>
internal sealed class AreaList(string verb) : Panel
{
    private const int CaptionHeight = 22;

    private readonly List<Control> _lines = [];

    /// <summary>Raised when the mouse comes to a row (the row) or goes (null).</summary>
    public event Action<AreaRow?>? Hovered;

    /// <summary>Raised when the keyboard comes to a row.</summary>
    public event Action<AreaRow>? Selected;

    /// <summary>Shows other rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="captions">Names above each reference's rows; empty: none are needed.</param>
    public void Show(IReadOnlyList<AreaRow> rows, IReadOnlyList<string> captions)
    {
        AutoScroll = true;
        SuspendLayout();
        foreach (Control line in _lines)
            line.Dispose();
        _lines.Clear();
        int? reference = null;
        foreach (AreaRow row in rows)
        {
            if (captions.Count > 0 && row.Reference != reference)
                Add(Caption(captions[row.Reference!.Value]));
            reference = row.Reference;
            AreaRowControl control = new(row, verb) { Name = string.Create(CultureInfo.InvariantCulture, $"row{_lines.Count}") };
            control.Hovered += value => Hovered?.Invoke(value);
            control.KeyboardCame += value => Selected?.Invoke(value);
            Add(control);
        }

        DialogTheme.Apply(this);
        ResumeLayout();
    }

    /// <summary>Marks a row and scrolls to it.</summary>
    public void ShowSelected(AreaRow? selected)
    {
        foreach (AreaRowControl control in _lines.OfType<AreaRowControl>())
        {
            control.ShowSelected(control.Row == selected);
            if (control.Row == selected)
                ScrollControlIntoView(control);
        }
    }

    /// <summary>Gives the keyboard to the marked row.</summary>
    public void FocusSelected() => _lines.OfType<AreaRowControl>().FirstOrDefault(control => control.IsSelected)?.FocusChoice();

    protected override void OnLayout(LayoutEventArgs levent)
    {
        AutoScrollMinSize = new Size(0, _lines.Sum(line => line.Height));
        base.OnLayout(levent);
        int y = AutoScrollPosition.Y;
        foreach (Control line in _lines)
        {
            line.SetBounds(0, y, ClientSize.Width, line.Height);
            y += line.Height;
        }
    }

    private void Add(Control line)
    {
        line.TabIndex = _lines.Count;
        _lines.Add(line);
        Controls.Add(line);
    }

    private Label Caption(string text) => new()
    {
        Text = text,
        UseMnemonic = false,
        AutoSize = false,
        AutoEllipsis = true,
        Height = LogicalToDeviceUnits(CaptionHeight),
        TextAlign = ContentAlignment.BottomLeft,
    };
}
