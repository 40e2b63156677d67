using System.Drawing;
using System.Runtime.InteropServices;
using System.Windows.Forms;
using PaintDotNet;

namespace SPColor.PdnEffect.Dialog;

/// <summary>
/// Paint.NET's light and dark colours on controls that do not take their form's. Flat, because Windows paints the others light
/// whatever their colours are.
/// </summary>
internal static partial class DialogTheme
{
    private const float InputLift = 0.10f, ButtonLift = 0.16f, BorderLift = 0.35f, TextDim = 0.35f, DisabledDim = 0.55f;
    private const string DarkScrollBars = "DarkMode_Explorer";

    /// <summary>Colours a control and all in it.</summary>
    public static void Apply(Control root)
    {
        foreach (Control control in root.Controls)
        {
            if (PdnBaseForm.IsAppThemeDark)
                Darken(control, root.FindForm() ?? root);
            Apply(control);
        }
    }

    /// <summary>A quieter colour for text.</summary>
    public static Color Dimmed(Control control) => Mix(control.ForeColor, control.BackColor, TextDim);

    /// <summary>The colour of words that cannot be chosen.</summary>
    public static Color Disabled(Control control) => Mix(control.ForeColor, control.BackColor, DisabledDim);

    /// <summary>The colour of a frame around a control.</summary>
    public static Color Border(Control control) => Mix(control.BackColor, control.ForeColor, BorderLift);

    /// <summary>The colour of a picture's surroundings.</summary>
    public static Color Well(Control control) => Mix(control.BackColor, Color.Black, 0.12f);

    private static void Darken(Control control, Control form)
    {
        Color back = form.BackColor, fore = form.ForeColor;
        switch (control)
        {
            case ComboBox combo:
                (combo.FlatStyle, combo.BackColor, combo.ForeColor) = (FlatStyle.Flat, Mix(back, fore, InputLift), fore);
                break;
            case Button button:
                (button.FlatStyle, button.BackColor, button.ForeColor) = (FlatStyle.Flat, Mix(back, fore, ButtonLift), fore);
                button.FlatAppearance.BorderColor = Border(button);
                break;
            case NumericUpDown number:
                (number.BorderStyle, number.BackColor, number.ForeColor) = (BorderStyle.FixedSingle, Mix(back, fore, InputLift), fore);
                DarkArrows.Follow(number);
                break;
            case ScrollableControl or TextBoxBase:
                (control.BackColor, control.ForeColor) = (back, fore);
                _ = SetWindowTheme(control.Handle, DarkScrollBars, null);
                break;
            default:
                (control.BackColor, control.ForeColor) = (back, fore);
                break;
        }
    }

    [LibraryImport("uxtheme.dll", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetWindowTheme(nint window, string application, string? ids);

    private static Color Mix(Color color, Color other, float share) => Color.FromArgb(
        Channel(color.R, other.R, share), Channel(color.G, other.G, share), Channel(color.B, other.B, share));

    private static int Channel(byte color, byte other, float share) => (int)MathF.Round(color + ((other - color) * share));
}
