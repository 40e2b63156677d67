using System.Drawing;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>A menu in the dark theme's colours.</summary>
/// <param name="owner">The control that opens it.</param>
internal sealed class DarkMenuColors(Control owner) : ProfessionalColorTable
{
    public override Color ToolStripDropDownBackground => owner.BackColor;

    public override Color ImageMarginGradientBegin => owner.BackColor;

    public override Color ImageMarginGradientMiddle => owner.BackColor;

    public override Color ImageMarginGradientEnd => owner.BackColor;

    public override Color MenuBorder => DialogTheme.Border(owner);

    public override Color MenuItemBorder => DialogTheme.Border(owner);

    public override Color MenuItemSelected => DialogTheme.Border(owner);

    public override Color MenuItemSelectedGradientBegin => DialogTheme.Border(owner);

    public override Color MenuItemSelectedGradientEnd => DialogTheme.Border(owner);

    // The tick itself is always black.
    public override Color CheckBackground => DialogTheme.Dimmed(owner);

    public override Color CheckSelectedBackground => DialogTheme.Dimmed(owner);
}
