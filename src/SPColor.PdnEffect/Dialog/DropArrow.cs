using System.Drawing;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>The button of a dropdown in the dark theme, where Windows Forms leaves it white.</summary>
internal static class DropArrow
{
    private const int ArrowWidth = 7;

    /// <summary>Draws border and button over what Windows Forms drew.</summary>
    public static void Draw(ComboBox box)
    {
        using Graphics graphics = Graphics.FromHwnd(box.Handle);
        Color line = DialogTheme.Border(box);
        int width = SystemInformation.VerticalScrollBarWidth;
        Rectangle button = new(box.Width - width, 0, width, box.Height);
        using (SolidBrush back = new(box.BackColor))
            graphics.FillRectangle(back, button);
        using (Pen border = new(line))
            graphics.DrawRectangle(border, 0, 0, box.Width - 1, box.Height - 1);
        int half = box.LogicalToDeviceUnits(ArrowWidth) / 2, x = button.X + (width / 2), y = (box.Height / 2) - (half / 2);
        using SolidBrush fill = new(box.Enabled ? box.ForeColor : DialogTheme.Disabled(box));
        graphics.FillPolygon(fill, (Point[])[new(x - half, y), new(x + half + 1, y), new(x, y + half + 1)]);
    }
}
