using System.Drawing;
using System.Drawing.Drawing2D;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>The result, small. A click asks for the row of the area there.</summary>
internal sealed class PreviewBox : Control
{
    private Bitmap? _picture;

    public PreviewBox()
    {
        SetStyle(ControlStyles.OptimizedDoubleBuffer | ControlStyles.AllPaintingInWmPaint | ControlStyles.UserPaint | ControlStyles.ResizeRedraw, true);
        SetStyle(ControlStyles.Selectable, false);
        Cursor = Cursors.Cross;
        TabStop = false;
    }

    /// <summary>Raised with a point of the picture, 0…1 from the left and from the top.</summary>
    public event Action<double, double>? Picked;

    /// <summary>Shows another picture, which is then this control's to dispose of.</summary>
    public void Show(Bitmap picture)
    {
        _picture?.Dispose();
        _picture = picture;
        Invalidate();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _picture?.Dispose();
        base.Dispose(disposing);
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        base.OnPaint(e);
        using (SolidBrush well = new(DialogTheme.Well(this)))
            e.Graphics.FillRectangle(well, ClientRectangle);
        if (_picture is null)
            return;
        e.Graphics.InterpolationMode = InterpolationMode.HighQualityBicubic;
        e.Graphics.DrawImage(_picture, PixelImages.Fit(_picture.Size, ClientRectangle));
    }

    protected override void OnMouseDown(MouseEventArgs e)
    {
        base.OnMouseDown(e);
        if (_picture is null)
            return;
        Rectangle place = PixelImages.Fit(_picture.Size, ClientRectangle);
        if (place.Contains(e.Location))
            Picked?.Invoke((e.X - place.X + 0.5) / place.Width, (e.Y - place.Y + 0.5) / place.Height);
    }
}
