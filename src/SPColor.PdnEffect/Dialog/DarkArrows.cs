using System.Drawing;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>The arrow buttons of dropdowns and number boxes in the dark theme, where Windows Forms leaves them white.</summary>
internal static class DarkArrows
{
    private const int ArrowWidth = 7, SpinnerArrowWidth = 5, FrameWidth = 2;

    /// <summary>Draws a dropdown's border and button over what Windows Forms drew.</summary>
    public static void Draw(ComboBox box)
    {
        using Graphics graphics = Graphics.FromHwnd(box.Handle);
        int width = SystemInformation.VerticalScrollBarWidth + FrameWidth;
        Rectangle button = new(box.Width - width, 0, width, box.Height);
        using (SolidBrush back = new(box.BackColor))
            graphics.FillRectangle(back, button);
        using (Pen border = new(DialogTheme.Border(box)))
            graphics.DrawRectangle(border, 0, 0, box.Width - 1, box.Height - 1);
        Triangle(graphics, box, button, ArrowWidth, isUp: false);
    }

    /// <summary>Draws the buttons of a number box, each time after Windows Forms did.</summary>
    public static void Follow(UpDownBase number)
    {
        Control buttons = number.Controls[0];
        buttons.Paint -= OnPaint;
        buttons.Paint += OnPaint;
    }

    private static void OnPaint(object? sender, PaintEventArgs e)
    {
        Control buttons = (Control)sender!;
        Rectangle all = buttons.ClientRectangle, upper = all with { Height = all.Height / 2 };
        using (SolidBrush back = new(buttons.Parent!.BackColor))
            e.Graphics.FillRectangle(back, all);
        Triangle(e.Graphics, buttons.Parent, upper, SpinnerArrowWidth, isUp: true);
        Triangle(e.Graphics, buttons.Parent, upper with { Y = upper.Bottom }, SpinnerArrowWidth, isUp: false);
    }

    private static void Triangle(Graphics graphics, Control control, Rectangle place, int logicalWidth, bool isUp)
    {
        int half = control.LogicalToDeviceUnits(logicalWidth) / 2, x = place.X + (place.Width / 2), middle = place.Y + (place.Height / 2);
        int flat = isUp ? middle + (half / 2) + 1 : middle - (half / 2), tip = isUp ? flat - half - 1 : flat + half + 1;
        using SolidBrush fill = new(control.Enabled ? control.ForeColor : DialogTheme.Disabled(control));
        graphics.FillPolygon(fill, (Point[])[new(x - half, flat), new(x + half + 1, flat), new(x, tip)]);
    }
}
