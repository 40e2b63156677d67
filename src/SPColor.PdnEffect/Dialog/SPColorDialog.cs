using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;
using PaintDotNet.Effects;
using SPColor.PdnEffect.Effect;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>
/// The pairing dialog's life: made by Paint.NET, tied to a view model when it loads, closed when nothing reads the document any more.
/// </summary>
internal sealed class SPColorDialog : EffectConfigForm<SPColorEffect, SPColorToken>
{
    private readonly DialogBody _body = new();
    private readonly CancellationTokenSource _closing = new();
    private OpenDocument? _document;
    private PairingViewModel? _pairing;
    private PreviewPainter? _preview;
    private Task _previewOpening = Task.CompletedTask;
    private DialogResult _whenDone;
    private bool _isDone;

    public SPColorDialog()
    {
        SuspendLayout();
        AutoScaleDimensions = new SizeF(96, 96);
        AutoScaleMode = AutoScaleMode.Dpi;
        (Name, Text) = ("spcolor", SPColorEffect.DisplayName);
        ClientSize = new Size(960, 640);
        MinimumSize = new Size(760, 660);
        FormBorderStyle = FormBorderStyle.Sizable;
        MaximizeBox = true;
        Controls.Add(_body);
        (AcceptButton, CancelButton) = (_body.Ok, _body.Cancel);
        (_body.Ok.DialogResult, _body.Cancel.DialogResult) = (DialogResult.OK, DialogResult.Cancel);
        ResumeLayout(false);
        PerformLayout();
    }

    protected override bool UseAppThemeColorsDefault => true;

    // Runs before this class' own constructor: nothing of it is there yet.
    protected override EffectConfigToken OnCreateInitialToken() => new SPColorToken();

    protected override void OnLoading()
    {
        base.OnLoading();
        _document = new OpenDocument(Environment);
        _pairing = new PairingViewModel(
            SharedEngine.For(Effect, Services), _document.Layers, _document.Selection, SynchronizationContext.Current!, TimeProvider.System);
        _ = new DialogBinding(_body, _pairing);
        _pairing.PropertyChanged += OnPairingChanged;
        DialogTheme.Apply(this);
    }

    protected override void OnLoaded()
    {
        base.OnLoaded();
        Rectangle screen = Screen.FromControl(this).WorkingArea;
        Size = new Size(Math.Min(Width, screen.Width), Math.Min(Height, screen.Height));
        EnsureFormIsOnScreen();
        _previewOpening = OpenPreviewAsync();
    }

    protected override void OnThemeConfigChanged()
    {
        base.OnThemeConfigChanged();
        DialogTheme.Apply(this);
    }

    protected override void OnUpdateDialogFromToken(SPColorToken token) => _pairing?.Start(token.Settings);

    protected override void OnUpdateTokenFromDialog(SPColorToken dstToken)
    {
        if (_pairing is { } pairing)
            dstToken.Set(pairing.Settings, _whenDone == DialogResult.OK ? pairing.Result : pairing.Canvas, Effect.Use);
    }

    /// <summary>OK waits for a run that goes on; closing waits until nobody reads layers, which a cancelled run ends soon.</summary>
    protected override void OnFormClosing(FormClosingEventArgs e)
    {
        base.OnFormClosing(e);
        if (_isDone || _pairing is null || e.Cancel)
            return;
        e.Cancel = true;
        if (_whenDone == DialogResult.Cancel || _closing.IsCancellationRequested)
            return;
        _whenDone = DialogResult == DialogResult.OK ? DialogResult.OK : DialogResult.Cancel;
        if (_whenDone == DialogResult.Cancel || !_pairing.IsBusy)
            _ = FinishAsync();
        else
            Text = $"{SPColorEffect.DisplayName}: {Words.ClosesWhenDone}";
    }

    protected override void OnDispose(bool disposing)
    {
        if (disposing)
            _closing.Dispose();
        base.OnDispose(disposing);
    }

    private void OnPairingChanged(object? sender, PropertyChangedEventArgs e)
    {
        if (e.PropertyName == nameof(PairingViewModel.Canvas))
        {
            UpdateTokenFromDialog();
            ShowPreview();
        }
        else if (e.PropertyName == nameof(PairingViewModel.IsBusy) && !_pairing!.IsBusy && _whenDone == DialogResult.OK)
        {
            // The result is told after the end of the run. A failure keeps the dialog open, and so does Stop: who pressed OK
            // waited for this run's result, not for an older one.
            BeginInvoke(FinishIfTheRunGaveAResult);
        }
    }

    private void FinishIfTheRunGaveAResult()
    {
        if (_pairing!.Result is not null && !_pairing.IsBusy && !_pairing.CanRetry)
        {
            _ = FinishAsync();
            return;
        }

        _whenDone = DialogResult.None;
        Text = SPColorEffect.DisplayName;
    }

    private async Task FinishAsync()
    {
        // Not inside the closing event: a form that is asked to close while it refuses to close stays open.
        await Task.Yield();
        UpdateTokenFromDialog();
        _body.Enabled = false;
        await _closing.CancelAsync();
        await _pairing!.DisposeAsync();
        await _previewOpening;
        _document!.Dispose();
        _isDone = true;
        DialogResult = _whenDone;
        Close();
    }

    private async Task OpenPreviewAsync()
    {
        try
        {
            _preview = await Task.Run(() => PreviewPainter.Open(_document!.Layers.Active, _closing.Token));
            ShowPreview();
        }
        catch (Exception)
        {
            // No preview: the dialog closes, or the run says what is wrong with the layer.
        }
    }

    private void ShowPreview()
    {
        if (_preview is { } preview && !_closing.IsCancellationRequested)
            _body.Settings.Preview.Show(preview.Paint(_pairing!.Canvas));
    }
}
