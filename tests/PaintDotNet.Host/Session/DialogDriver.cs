namespace PaintDotNet.Host.Session;

/// <summary>Watches the open dialog: reports its controls and, when told to, presses its own OK or Cancel button.</summary>
internal sealed class DialogDriver : IDisposable
{
    private const int IntervalMs = 200;
    private readonly System.Windows.Forms.Timer timer = new() { Interval = IntervalMs };
    private readonly ControlReport report;
    private readonly HostLog log;
    private readonly Form form;
    private readonly HostOptions options;
    private long shown;

    public DialogDriver(Form form, HostOptions options, HostLog log)
    {
        (this.form, this.options, this.log) = (form, options, log);
        report = new ControlReport(log);
        timer.Tick += (_, _) => Tick();
        form.Shown += (_, _) =>
        {
            shown = log.Now;
            log.Line($"dialog shown: \"{form.Text}\" {form.DeviceDpi} DPI");
            timer.Start();
        };
        form.FormClosed += (_, _) => timer.Stop();
    }

    public void Dispose() => timer.Dispose();

    private void Tick()
    {
        report.Update(form);
        if (log.Now - shown >= options.AutoOkAfter) Press(form.AcceptButton, "OK");
        else if (log.Now - shown >= options.AutoCancelAfter) Press(form.CancelButton, "Cancel");
    }

    // A disabled OK is tried again at the next tick, as a user would.
    private void Press(IButtonControl? button, string name)
    {
        if (button is Control { Enabled: false }) return;
        timer.Stop();
        log.Line($"pressing {name}");
        if (button is null) form.Close();
        else button.PerformClick();
        if (form.DialogResult == DialogResult.None) timer.Start();
    }
}
