using PaintDotNet.Effects;

namespace SamplePlugin;

internal sealed class SampleForm : EffectConfigForm<SampleEffect, SampleToken>
{
    private readonly ComboBox mode = new() { Name = "mode", AccessibleName = "Mode", Bounds = new(80, 12, 200, 23), DropDownStyle = ComboBoxStyle.DropDownList, TabIndex = 1 };
    private readonly ComboBox layer = new() { Name = "layer", AccessibleName = "Layer", Bounds = new(80, 44, 200, 23), DropDownStyle = ComboBoxStyle.DropDownList, TabIndex = 3 };
    private readonly Button ok = new() { Name = "ok", Text = "OK", Bounds = new(124, 84, 75, 23), DialogResult = DialogResult.OK, TabIndex = 4 };
    private readonly Button cancel = new() { Name = "cancel", Text = "Cancel", Bounds = new(205, 84, 75, 23), DialogResult = DialogResult.Cancel, TabIndex = 5 };

    // A change that the code makes is not the user's, so it must not start a rendering.
    private bool populating;

    public SampleForm()
    {
        // The base constructor has already scaled the empty form: a plugin states the dimensions of its own layout again.
        SuspendLayout();
        AutoScaleDimensions = new SizeF(96, 96);
        AutoScaleMode = AutoScaleMode.Dpi;
        Text = "Sample";
        ClientSize = new Size(292, 119);
        (AcceptButton, CancelButton) = (ok, cancel);
        var modeLabel = new Label { Text = "&Mode:", Bounds = new(12, 15, 66, 18), TabIndex = 0 };
        var layerLabel = new Label { Text = "&Layer:", Bounds = new(12, 47, 66, 18), TabIndex = 2 };
        Controls.AddRange([modeLabel, mode, layerLabel, layer, ok, cancel]);
        mode.Items.AddRange([.. Enum.GetNames<SampleMode>()]);
        mode.SelectedIndexChanged += UserChanged;
        layer.SelectedIndexChanged += UserChanged;
        if (IsAppThemeDark) UseDarkColors();
        ResumeLayout(performLayout: false);
        PerformLayout();
    }

    protected override EffectConfigToken OnCreateInitialToken() => new SampleToken();

    protected override void OnLoading()
    {
        populating = true;
        layer.Items.AddRange([.. Environment.Document.Layers.Select(info => info.Name)]);
        populating = false;
        base.OnLoading();
    }

    protected override void OnUpdateDialogFromToken(SampleToken token)
    {
        populating = true;
        mode.SelectedIndex = (int)token.Mode;
        layer.SelectedIndex = token.Layer < layer.Items.Count ? token.Layer : -1;
        populating = false;
    }

    protected override void OnUpdateTokenFromDialog(SampleToken dstToken)
    {
        dstToken.Mode = (SampleMode)Math.Max(0, mode.SelectedIndex);
        dstToken.Layer = Math.Max(0, layer.SelectedIndex);
    }

    private void UserChanged(object? sender, EventArgs e)
    {
        if (!populating) UpdateTokenFromDialog();
    }

    private void UseDarkColors()
    {
        foreach (ComboBox box in Controls.OfType<ComboBox>())
        {
            (box.FlatStyle, box.BackColor, box.ForeColor) = (FlatStyle.Flat, BackColor, ForeColor);
        }
    }
}
