using System.Drawing;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>What is being done, how far it is, and where.</summary>
internal sealed class StatusPanel : TableLayoutPanel
{
    private const int BarSteps = 1000, BarWidth = 150;

    private readonly Label _text = Words("Progress");
    private readonly Label _device = Words("Device");
    private readonly ProgressBar _bar = new() { Maximum = BarSteps, Width = BarWidth, Height = 16, Anchor = AnchorStyles.None, AccessibleName = "Progress" };

    public StatusPanel()
    {
        (Name, ColumnCount, RowCount, AutoSize, Dock, Margin) = ("status", 4, 1, true, DockStyle.Fill, new Padding(0, 4, 0, 0));
        ColumnStyles.Add(new ColumnStyle(SizeType.AutoSize));
        ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 50));
        ColumnStyles.Add(new ColumnStyle(SizeType.AutoSize));
        ColumnStyles.Add(new ColumnStyle(SizeType.Percent, 50));
        _device.TextAlign = ContentAlignment.MiddleRight;
        Controls.Add(Stop, 0, 0);
        Controls.Add(_text, 1, 0);
        Controls.Add(_bar, 2, 0);
        Controls.Add(_device, 3, 0);
    }

    /// <summary>Stops a run; starts it again where one was stopped or failed.</summary>
    public PushButton Stop { get; } = new() { Name = "stop", Size = new Size(90, 23), TabIndex = 0 };

    /// <summary>Shows how far a run is.</summary>
    public void Show(bool isBusy, bool canRetry, string text, float fraction)
    {
        (Stop.Text, Stop.AccessibleName) = canRetry ? ("Start a&gain", "Start again") : ("St&op", "Stop computing");
        _text.Text = text;
        _bar.Value = (int)(BarSteps * Math.Clamp(fraction, 0, 1));
        (_bar.Visible, Stop.Enabled) = (isBusy, isBusy || canRetry);
    }

    /// <summary>Shows where it computes.</summary>
    public void ShowDevice(string device) => _device.Text = device;

    private static Label Words(string accessibleName) => new()
    {
        AutoEllipsis = true,
        Dock = DockStyle.Fill,
        TextAlign = ContentAlignment.MiddleLeft,
        UseMnemonic = false,
        AccessibleName = accessibleName,
    };
}
