using System.ComponentModel;

namespace PaintDotNet;

/// <summary>Paint.NET's form base: theme colours, menu font, and a shown flag.</summary>
public class PdnBaseForm : Form, IIsDisposed
{
    private static readonly Color DarkBack = Color.FromArgb(32, 32, 32);
    private bool useAppThemeColors;

    public PdnBaseForm()
    {
        if (UseSystemMenuFontInInitializeComponent && SystemFonts.MenuFont is { } font) Font = font;
    }

    public static bool IsAppThemeDark { get; internal set; }

    public bool IsShown { get; private set; }

    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool UseAppThemeColors
    {
        get => useAppThemeColors;
        set
        {
            useAppThemeColors = value;
            BackColor = value && IsAppThemeDark ? DarkBack : DefaultBackColor;
            ForeColor = value && IsAppThemeDark ? Color.White : DefaultForeColor;
            OnThemeConfigChanged();
        }
    }

    protected virtual bool UseSystemMenuFontInInitializeComponent => false;

    public bool CheckAccess() => !InvokeRequired;

    public void VerifyAccess()
    {
        if (!CheckAccess()) throw new InvalidOperationException("not on the form's thread");
    }

    public void EnsureFormIsOnScreen()
    {
        Rectangle area = Screen.FromControl(this).WorkingArea;
        Location = new Point(Math.Clamp(Left, area.Left, Math.Max(area.Left, area.Right - Width)), Math.Clamp(Top, area.Top, Math.Max(area.Top, area.Bottom - Height)));
    }

    public void Flash()
    {
    }

    public virtual void LoadResources()
    {
    }

    protected virtual void OnThemeConfigChanged()
    {
    }

    protected override void Dispose(bool disposing) => base.Dispose(disposing);

    protected override void OnLoad(EventArgs e) => base.OnLoad(e);

    protected override void OnShown(EventArgs e)
    {
        IsShown = true;
        base.OnShown(e);
    }

    protected override void OnClosing(CancelEventArgs e) => base.OnClosing(e);

    protected override void OnClosed(EventArgs e) => base.OnClosed(e);

    protected override void OnLayout(LayoutEventArgs levent) => base.OnLayout(levent);

    protected override void OnHandleCreated(EventArgs e) => base.OnHandleCreated(e);

    protected override void OnHandleDestroyed(EventArgs e) => base.OnHandleDestroyed(e);

    protected override void OnHelpRequested(HelpEventArgs hevent) => base.OnHelpRequested(hevent);

    protected override void OnPaint(PaintEventArgs e) => base.OnPaint(e);

    protected override bool ProcessCmdKey(ref Message msg, Keys keyData) => base.ProcessCmdKey(ref msg, keyData);

    protected override void WndProc(ref Message m) => base.WndProc(ref m);
}
