using System.ComponentModel;
using System.Drawing;
using System.Drawing.Drawing2D;
using System.Globalization;
using System.Windows.Forms;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>One row of a list: what the area looks like, and the dropdown that says what to do with it.</summary>
internal sealed class AreaRowControl : UserControl
{
    /// <summary>Height at 96 DPI.</summary>
    public const int LogicalHeight = 72;

    private const int Gap = 6, Side = 60, SwatchWidth = 12, LineHeight = 18, ComboItemHeight = 18;
    private const TextFormatFlags Line =
        TextFormatFlags.EndEllipsis | TextFormatFlags.NoPrefix | TextFormatFlags.VerticalCenter | TextFormatFlags.NoPadding;

    private readonly PictureComboBox _choice = new(ComboItemHeight) { Name = "choice", TabIndex = 0 };
    private readonly string _verb;

    /// <param name="row">What it shows.</param>
    /// <param name="verb">What its dropdown says of the area, for screen readers: "takes colour from" or "counts as".</param>
    public AreaRowControl(AreaRow row, string verb)
    {
        (Row, _verb) = (row, verb);
        DoubleBuffered = true;
        AutoScaleMode = AutoScaleMode.None;
        Height = LogicalToDeviceUnits(LogicalHeight);
        Controls.Add(_choice);
        _choice.Chosen += value => Row.Choice = (AreaOption)value;
        _choice.Enter += (_, _) => KeyboardCame?.Invoke(Row);
        _choice.MouseEnter += (_, _) => TellHover(true);
        _choice.MouseLeave += (_, _) => TellHover(false);
        _choice.DropDownClosed += (_, _) => TellHover(false);
        row.PropertyChanged += OnRowChanged;
        ShowChoice();
        Describe();
    }

    /// <summary>Raised when the mouse comes (the row) or goes (null).</summary>
    public event Action<AreaRow?>? Hovered;

    /// <summary>Raised when the keyboard comes.</summary>
    public event Action<AreaRow>? KeyboardCame;

    /// <summary>What it shows.</summary>
    public AreaRow Row { get; }

    /// <summary>Whether it is the selected one.</summary>
    public bool IsSelected { get; private set; }

    /// <summary>Shows whether it is the selected one.</summary>
    public void ShowSelected(bool isSelected)
    {
        if (IsSelected == isSelected)
            return;
        IsSelected = isSelected;
        Invalidate();
    }

    /// <summary>Takes the keyboard.</summary>
    public void FocusChoice() => _choice.Focus();

    protected override void Dispose(bool disposing)
    {
        Row.PropertyChanged -= OnRowChanged;
        base.Dispose(disposing);
    }

    protected override void OnLayout(LayoutEventArgs e)
    {
        base.OnLayout(e);
        int left = TextLeft;
        _choice.SetBounds(left, Height - _choice.Height - LogicalToDeviceUnits(Gap), Width - left - LogicalToDeviceUnits(Gap), _choice.Height);
        Invalidate();
    }

    protected override void OnMouseEnter(EventArgs e)
    {
        base.OnMouseEnter(e);
        TellHover(true);
    }

    protected override void OnMouseLeave(EventArgs e)
    {
        base.OnMouseLeave(e);
        TellHover(false);
    }

    protected override void OnMouseDown(MouseEventArgs e)
    {
        base.OnMouseDown(e);
        FocusChoice();
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        base.OnPaint(e);
        Graphics graphics = e.Graphics;
        int gap = LogicalToDeviceUnits(Gap), side = LogicalToDeviceUnits(Side), line = LogicalToDeviceUnits(LineHeight);
        Bitmap picture = PixelImages.Of(Row.Card.Thumbnail);
        graphics.InterpolationMode = InterpolationMode.HighQualityBicubic;
        graphics.DrawImage(picture, PixelImages.Fit(picture.Size, new Rectangle(gap, gap, side, side)));
        Rectangle swatch = new(gap + side + (gap / 2), gap, LogicalToDeviceUnits(SwatchWidth), side);
        Swatch color = Row.Card.Swatch;
        using (SolidBrush brush = new(Color.FromArgb(color.R, color.G, color.B)))
            graphics.FillRectangle(brush, swatch);
        graphics.DrawRectangle(SystemPens.ControlDark, swatch);

        Rectangle first = new(TextLeft, gap - 2, Width - TextLeft - gap, line);
        int numbers = TextRenderer.MeasureText(graphics, Numbers, Font, first.Size, Line).Width;
        TextRenderer.DrawText(graphics, Numbers, Font, first, ForeColor, Line | TextFormatFlags.Right);
        using (Font bold = new(Font, FontStyle.Bold))
            TextRenderer.DrawText(graphics, Row.Title, bold, first with { Width = first.Width - numbers - gap }, ForeColor, Line);
        TextRenderer.DrawText(graphics, Row.Now, Font, first with { Y = first.Bottom }, DialogTheme.Dimmed(this), Line);
        if (IsSelected)
            ControlPaint.DrawBorder(graphics, ClientRectangle, SystemColors.Highlight, ButtonBorderStyle.Solid);
    }

    private int TextLeft => LogicalToDeviceUnits((2 * Gap) + Side + (Gap / 2) + SwatchWidth);

    private string Numbers => Row.MatchStrength is { } strength
        ? string.Create(CultureInfo.InvariantCulture, $"{Row.Share}, match {MathF.Round(100 * strength)} %")
        : Row.Share;

    private void OnRowChanged(object? sender, PropertyChangedEventArgs e)
    {
        if (e.PropertyName is nameof(AreaRow.Options) or nameof(AreaRow.Choice))
            ShowChoice();
        Describe();
        Invalidate();
    }

    private void ShowChoice() => _choice.Show([.. Row.Options.Select(option => new PictureItem(option))], Row.Choice);

    private void Describe()
    {
        AccessibleName = $"{Row.Title}, {Numbers}, {Row.Now}";
        _choice.AccessibleName = $"{Row.Title} {_verb}";
        _choice.AccessibleDescription = $"{Numbers}, {Row.Now}";
    }

    private void TellHover(bool isInside)
    {
        // Between a row and its own dropdown the mouse leaves one and enters the other.
        if (isInside || !ClientRectangle.Contains(PointToClient(MousePosition)))
            Hovered?.Invoke(isInside ? Row : null);
    }
}
