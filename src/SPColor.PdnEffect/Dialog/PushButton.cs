using System.Drawing;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>A button whose words can be read in the dark theme while it is disabled: Windows Forms draws them nearly black there.</summary>
internal sealed class PushButton : Button
{
    private const TextFormatFlags Centred = TextFormatFlags.HorizontalCenter | TextFormatFlags.VerticalCenter | TextFormatFlags.SingleLine;

    protected override void OnPaint(PaintEventArgs pevent)
    {
        base.OnPaint(pevent);
        if (Enabled || FlatStyle != FlatStyle.Flat)
            return;
        Rectangle inside = Rectangle.Inflate(ClientRectangle, -1, -1);
        using (SolidBrush back = new(BackColor))
            pevent.Graphics.FillRectangle(back, inside);
        TextRenderer.DrawText(
            pevent.Graphics, Text, Font, inside, DialogTheme.Disabled(this), ShowKeyboardCues ? Centred : Centred | TextFormatFlags.HidePrefix);
    }
}
