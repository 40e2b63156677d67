using System.ComponentModel;
using System.Windows.Forms;
using SPColor.PdnEffect.Effect;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Rendering;

namespace SPColor.PdnEffect.Dialog;

/// <summary>Ties controls to the view model: what the user does goes in, what it tells is shown.</summary>
internal sealed class DialogBinding
{
    private readonly DialogBody _body;
    private readonly PairingViewModel _pairing;

    /// <summary>Ties them; shows what holds already.</summary>
    public DialogBinding(DialogBody body, PairingViewModel pairing)
    {
        (_body, _pairing) = (body, pairing);
        SettingsPanel settings = body.Settings;
        settings.Reference.Chosen += value => pairing.Reference = (ReferenceItem)value;
        settings.PictureFile.Click += (_, _) => ChooseFile();
        settings.MoreReferences.Click += (_, _) => ReferenceMenu.Show(settings.MoreReferences, pairing);
        settings.Areas.Chosen += value => pairing.Areas = value;
        settings.Strength.Chosen += value => pairing.Strength = value;
        settings.WorkingSize.Chosen += value => pairing.Side = (int)value;
        settings.Selection.Click += (_, _) => pairing.LooksAtSelection = !pairing.LooksAtSelection;
        settings.Border.Click += (_, _) => pairing.LeavesOutBorder = !pairing.LeavesOutBorder;
        settings.Overlay.Chosen += value => pairing.Overlay = (OverlayKind)value;
        settings.Preview.Picked += (x, y) =>
        {
            pairing.SelectAt(x, y);
            body.Target.FocusSelected();
        };
        foreach (AreaList list in (AreaList[])[body.Target, body.References])
        {
            list.Hovered += row => pairing.HoveredRow = row;
            list.Selected += row => pairing.SelectedRow = row;
        }

        body.Status.Stop.Click += (_, _) => StopOrStart();
        body.Load.Click += (_, _) => PairingFiles.Load(body, pairing);
        body.Save.Click += (_, _) => Save();
        body.Reset.Click += (_, _) => pairing.Reset();
        pairing.PropertyChanged += OnChanged;
        if (pairing.HasSelectionBox)
            settings.OfferSelection();
        ShowReferences();
        ShowLists();
        ShowSliders();
        ShowProgress();
        ShowSelectable(settings.Overlay, pairing.Overlay);
    }

    private void OnChanged(object? sender, PropertyChangedEventArgs e)
    {
        switch (e.PropertyName)
        {
            case nameof(PairingViewModel.AvailableReferences) or nameof(PairingViewModel.Reference):
                ShowReferences();
                break;
            case nameof(PairingViewModel.Areas) or nameof(PairingViewModel.Strength) or nameof(PairingViewModel.Side)
                or nameof(PairingViewModel.LooksAtSelection) or nameof(PairingViewModel.LeavesOutBorder):
                ShowSliders();
                break;
            case nameof(PairingViewModel.Overlay):
                ShowSelectable(_body.Settings.Overlay, _pairing.Overlay);
                break;
            case nameof(PairingViewModel.TargetRows):
                _body.Target.Show(_pairing.TargetRows, []);
                break;
            case nameof(PairingViewModel.ReferenceRows):
                ShowReferenceRows();
                break;
            case nameof(PairingViewModel.SelectedRow):
                _body.Target.ShowSelected(_pairing.SelectedRow);
                _body.References.ShowSelected(_pairing.SelectedRow);
                break;
            case nameof(PairingViewModel.Notices):
                _body.Notices.Show(_pairing.Notices);
                break;
            case nameof(PairingViewModel.Device):
                _body.Status.ShowDevice(_pairing.Device);
                break;
            case nameof(PairingViewModel.IsBusy) or nameof(PairingViewModel.CanRetry) or nameof(PairingViewModel.Progress)
                or nameof(PairingViewModel.ProgressText) or nameof(PairingViewModel.Result):
                ShowProgress();
                break;
        }
    }

    private void ShowReferences()
    {
        IReadOnlyList<ReferenceItem> items = _pairing.AvailableReferences;
        foreach (ReferenceItem item in items)
        {
            item.PropertyChanged -= OnThumbnail;
            item.PropertyChanged += OnThumbnail;
        }

        _body.Settings.Reference.Show([.. items.Select(item => new PictureItem(item))], _pairing.Reference);
        _body.Settings.Reference.Enabled = items.Count > 0;
    }

    private void OnThumbnail(object? sender, PropertyChangedEventArgs e) => _body.Settings.Reference.Invalidate();

    private void ShowLists()
    {
        _body.Target.Show(_pairing.TargetRows, []);
        ShowReferenceRows();
    }

    private void ShowReferenceRows() => _body.References.Show(
        _pairing.ReferenceRows, _pairing.References.Count > 1 ? [.. _pairing.References.Select(item => item.Label)] : []);

    private void ShowSliders()
    {
        SettingsPanel settings = _body.Settings;
        settings.Areas.Enabled = _pairing.Areas > 0;
        settings.Areas.Show(_pairing.Areas);
        settings.Strength.Show(_pairing.Strength);
        ShowSelectable(settings.WorkingSize, _pairing.Side);
        settings.Selection.Checked = _pairing.LooksAtSelection;
        settings.Border.Checked = _pairing.LeavesOutBorder;
    }

    private void ShowProgress()
    {
        _body.Status.Show(_pairing.IsBusy, _pairing.CanRetry, _pairing.ProgressText, _pairing.Progress);
        _body.Ok.Enabled = _pairing.IsBusy || _pairing.Result is not null;
        _body.Save.Enabled = _pairing.Pairing is not null;
    }

    private void StopOrStart()
    {
        if (_pairing.CanRetry)
            _pairing.Retry();
        else
            _pairing.Cancel();
    }

    private static void ShowSelectable(PictureComboBox box, object value) =>
        box.SelectedItem = box.Items.Cast<PictureItem>().FirstOrDefault(item => item.Value.Equals(value));

    private void ChooseFile()
    {
        using OpenFileDialog dialog = new() { Title = "Picture file to take colours from", Filter = PictureFiles.Filter };
        if (dialog.ShowDialog(_body) == DialogResult.OK)
            _pairing.UseFile(dialog.FileName);
    }

    private void Save()
    {
        if (_pairing.Pairing is { } pairing)
            PairingFiles.Save(_body, pairing);
    }
}
