using System.Windows.Forms;
using PaintDotNet;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>"More layers": further references, ticked while they are in use.</summary>
internal static class ReferenceMenu
{
    /// <summary>Opens the menu below a button.</summary>
    public static void Show(Control button, PairingViewModel pairing)
    {
        ContextMenuStrip menu = new() { ShowImageMargin = false, ShowCheckMargin = true };
        foreach (ReferenceItem item in pairing.AvailableReferences.Where(item => item != pairing.Reference))
            menu.Items.Add(Entry(item, pairing));
        if (menu.Items.Count == 0)
            menu.Items.Add(new ToolStripMenuItem("There is no further layer or file.") { Enabled = false });
        if (PdnBaseForm.IsAppThemeDark)
            (menu.Renderer, menu.ForeColor) = (new ToolStripProfessionalRenderer(new DarkMenuColors(button)), button.ForeColor);
        menu.Closed += (_, _) => button.BeginInvoke(menu.Dispose);
        menu.Show(button, 0, button.Height);
    }

    private static ToolStripMenuItem Entry(ReferenceItem item, PairingViewModel pairing)
    {
        bool isUsed = pairing.References.Contains(item);
        ToolStripMenuItem entry = new(item.Label.Replace("&", "&&", StringComparison.Ordinal)) { Checked = isUsed };
        entry.Click += (_, _) =>
        {
            if (isUsed)
                pairing.RemoveReference(item);
            else
                pairing.AddReference(item);
        };
        return entry;
    }
}
