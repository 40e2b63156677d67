using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>A slider and its number, always the same.</summary>
internal sealed class SliderBox : TableLayoutPanel
{
    private readonly TrackBar _slider;
    private readonly NumericUpDown _number;
    private bool _isShowing;

    /// <summary>The range.</summary>
    public SliderBox(int minimum, int maximum, int tick, string accessibleName)
    {
        _slider = new TrackBar
        {
            Minimum = minimum,
            Maximum = maximum,
            TickFrequency = tick,
            LargeChange = tick,
            AutoSize = false,
            Height = 32,
            Dock = DockStyle.Fill,
            Margin = Padding.Empty,
            TabIndex = 0,
            AccessibleName = accessibleName,
        };
        _number = new NumericUpDown
        {
            Minimum = minimum,
            Maximum = maximum,
            Width = 50,
            Anchor = AnchorStyles.None,
            TabIndex = 1,
            AccessibleName = $"{accessibleName}, as a number",
        };
        (ColumnCount, RowCount, AutoSize, Dock, Margin) = (2, 1, true, DockStyle.Fill, Padding.Empty);
        ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 100));
        ColumnStyles.Add(new ColumnStyle(SizeType.AutoSize));
        Controls.Add(_slider, 0, 0);
        Controls.Add(_number, 1, 0);
        _slider.ValueChanged += (_, _) => Follow(_slider.Value);
        _number.ValueChanged += (_, _) => Follow((int)_number.Value);
    }

    /// <summary>Raised when the user chose another number.</summary>
    public event Action<int>? Chosen;

    /// <summary>Shows a number without telling of it.</summary>
    public void Show(int value)
    {
        _isShowing = true;
        value = Math.Clamp(value, _slider.Minimum, _slider.Maximum);
        (_slider.Value, _number.Value) = (value, value);
        _isShowing = false;
    }

    private void Follow(int value)
    {
        if (_isShowing)
            return;
        Show(value);
        Chosen?.Invoke(value);
    }
}
