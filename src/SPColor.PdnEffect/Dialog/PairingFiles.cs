using System.Windows.Forms;
using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Files;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>Asks for file names, loads and saves pairings.</summary>
internal static class PairingFiles
{
    private const string Filter = "SPColor pairings|*.json|All files|*.*";

    /// <summary>Load pairing…</summary>
    public static void Load(IWin32Window owner, PairingViewModel pairing)
    {
        using OpenFileDialog dialog = new() { Title = "Load pairing", Filter = Filter };
        if (dialog.ShowDialog(owner) != DialogResult.OK)
            return;
        Guarded(owner, dialog.FileName, () =>
        {
            using FileStream file = File.OpenRead(dialog.FileName);
            pairing.LoadPairing(file, Path.GetFileName(dialog.FileName));
        });
    }

    /// <summary>Save pairing…</summary>
    public static void Save(IWin32Window owner, AssignmentFile pairing)
    {
        using SaveFileDialog dialog = new() { Title = "Save pairing", Filter = Filter, DefaultExt = "json", FileName = "pairing.json" };
        if (dialog.ShowDialog(owner) != DialogResult.OK)
            return;
        Guarded(owner, dialog.FileName, () => AtomicFile.Write(dialog.FileName, pairing.Save, CancellationToken.None));
    }

    private static void Guarded(IWin32Window owner, string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is SPColorException or IOException or UnauthorizedAccessException)
        {
            string line = failure is SPColorException ? failure.Message : $"{path}: {failure.Message} Choose another folder or file.";
            MessageBox.Show(owner, line, "SPColor", MessageBoxButtons.OK, MessageBoxIcon.Warning);
        }
    }
}
