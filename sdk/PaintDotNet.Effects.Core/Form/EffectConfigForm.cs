using System.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>The order of calls is Paint.NET 5.1.9's: see the calls in the constructor, OnLoad and the Token setter.</summary>
public class EffectConfigForm : PdnBaseForm, IEffectConfigForm, IIsDisposed, IDisposable
{
    private readonly NotImplementedException? missingToken;
    private EffectConfigToken token = null!;
    private IEffect? effect;

    [Obsolete("Derive from EffectConfigForm<TEffect, TToken>")]
    protected EffectConfigForm()
        : this(0)
    {
    }

    internal EffectConfigForm(int _)
    {
        AutoScaleDimensions = new SizeF(96, 96);
        AutoScaleMode = AutoScaleMode.Dpi;
        ClientSize = new Size(282, 253);
        FormBorderStyle = FormBorderStyle.FixedSingle;
        MaximizeBox = MinimizeBox = false;
        ShowInTaskbar = false;
        SizeGripStyle = SizeGripStyle.Hide;
        StartPosition = FormStartPosition.CenterParent;
        UseAppThemeColors = UseAppThemeColorsDefault;
        try
        {
            token = OnCreateInitialToken() ?? throw new InvalidOperationException("OnCreateInitialToken returned null");
        }
        catch (NotImplementedException e)
        {
            missingToken = e;
        }
    }

    public event EventHandler? TokenChanged;

    [Browsable(false)]
    public IEffect Effect => effect ?? throw new NotInitializedException(nameof(Effect));

    [Browsable(false)]
    public IEffectEnvironment Environment => Effect.Environment;

    [Browsable(false)]
    public IServiceProvider Services => effect?.Services!;

    [Browsable(false)]
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public EffectConfigToken Token
    {
        get => token;
        set
        {
            token = value;
            OnTokenChanged();
            UpdateDialogFromToken();
        }
    }

    protected virtual bool UseAppThemeColorsDefault => true;

    protected override bool UseSystemMenuFontInInitializeComponent => true;

    IEffect? IEffectConfigForm.GetEffect() => effect;

    void IEffectConfigForm.SetEffect(IEffect effect)
    {
        if (this.effect is not null) throw new AlreadyInitializedException(nameof(Effect));
        this.effect = effect;
        if (effect is BitmapEffect { Image: Bitmap icon }) Icon = Icon.FromHandle(icon.GetHicon());
    }

    DialogResult IEffectConfigForm.ShowDialog(IWin32Window? owner) => ShowDialog(owner);

    protected override sealed void Dispose(bool disposing)
    {
        OnDispose(disposing);
        base.Dispose(disposing);
    }

    protected virtual void OnDispose(bool disposing)
    {
    }

    protected virtual EffectConfigToken OnCreateInitialToken() => throw new NotImplementedException();

    protected override sealed void OnLoad(EventArgs e)
    {
        if (missingToken is not null) throw missingToken;
        OnLoading();
        base.OnLoad(e);
        UpdateDialogFromToken();
        UpdateTokenFromDialog();
        OnLoaded();
    }

    protected virtual void OnLoading()
    {
    }

    protected virtual void OnLoaded()
    {
    }

    protected virtual void OnTokenChanged() => TokenChanged?.Invoke(this, EventArgs.Empty);

    protected virtual void OnUpdateDialogFromToken(EffectConfigToken token)
    {
    }

    protected virtual void OnUpdateTokenFromDialog(EffectConfigToken dstToken)
    {
    }

    protected void UpdateDialogFromToken() => OnUpdateDialogFromToken((EffectConfigToken)token.Clone());

    // The form's own token is changed in place; nothing is coalesced.
    protected void UpdateTokenFromDialog()
    {
        OnUpdateTokenFromDialog(token);
        OnTokenChanged();
    }
}
