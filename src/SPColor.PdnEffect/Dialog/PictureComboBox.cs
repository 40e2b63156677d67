using System.Drawing;
using System.Drawing.Drawing2D;
using System.Windows.Forms;

namespace SPColor.PdnEffect.Dialog;

/// <summary>A dropdown whose entries show a picture and a text. The mouse wheel scrolls the list around it instead of changing it unseen.</summary>
internal sealed class PictureComboBox : ComboBox
{
    private const int Gap = 4, MostRows = 12, PaintMessage = 0x000F;

    /// <param name="itemHeight">Height of an entry at 96 DPI.</param>
    public PictureComboBox(int itemHeight)
    {
        DropDownStyle = ComboBoxStyle.DropDownList;
        DrawMode = DrawMode.OwnerDrawFixed;
        MaxDropDownItems = MostRows;
        ItemHeight = LogicalToDeviceUnits(itemHeight);
    }

    /// <summary>Raised when the user chose an entry.</summary>
    public event Action<object>? Chosen;

    /// <summary>Shows other entries without telling that one was chosen.</summary>
    /// <param name="items">The entries.</param>
    /// <param name="selected">Value of the one that holds; null: none.</param>
    public void Show(IReadOnlyList<PictureItem> items, object? selected)
    {
        BeginUpdate();
        Items.Clear();
        Items.AddRange([.. items]);
        SelectedItem = items.FirstOrDefault(item => item.Value.Equals(selected));
        EndUpdate();
    }

    protected override void WndProc(ref Message m)
    {
        base.WndProc(ref m);
        if (m.Msg == PaintMessage && FlatStyle == FlatStyle.Flat)
            DarkArrows.Draw(this);
    }

    protected override void OnDropDown(EventArgs e)
    {
        int widest = Items.Cast<PictureItem>().Select(item => TextRenderer.MeasureText(item.ToString(), Font).Width).DefaultIfEmpty().Max();
        DropDownWidth = Math.Max(Width, widest + ItemHeight + (4 * Gap) + SystemInformation.VerticalScrollBarWidth);
        base.OnDropDown(e);
    }

    protected override void OnSelectionChangeCommitted(EventArgs e)
    {
        base.OnSelectionChangeCommitted(e);
        if (SelectedItem is PictureItem item)
            Chosen?.Invoke(item.Value);
    }

    protected override void OnMouseWheel(MouseEventArgs e)
    {
        if (!DroppedDown && e is HandledMouseEventArgs handled)
        {
            handled.Handled = true;
            Parent?.Parent?.Focus();
        }

        base.OnMouseWheel(e);
    }

    protected override void OnDrawItem(DrawItemEventArgs e)
    {
        // The closed box shows its entry as it is; the focus rectangle says where the keyboard is.
        bool isSelected = (e.State & (DrawItemState.Selected | DrawItemState.ComboBoxEdit)) == DrawItemState.Selected;
        using (SolidBrush back = new(isSelected ? SystemColors.Highlight : BackColor))
            e.Graphics.FillRectangle(back, e.Bounds);
        if (e.Index >= 0 && Items[e.Index] is PictureItem item)
            Draw(e, item, isSelected);
        e.DrawFocusRectangle();
    }

    private void Draw(DrawItemEventArgs e, PictureItem item, bool isSelected)
    {
        Rectangle picture = new(e.Bounds.X + 2, e.Bounds.Y + 1, e.Bounds.Height - 2, e.Bounds.Height - 2);
        bool hasPicture = item.Picture is not null;
        if (item.Picture is { } pixels)
        {
            Bitmap image = PixelImages.Of(pixels);
            e.Graphics.InterpolationMode = InterpolationMode.HighQualityBilinear;
            e.Graphics.DrawImage(image, PixelImages.Fit(image.Size, picture));
        }

        int left = hasPicture ? picture.Right + Gap : e.Bounds.X + Gap;
        TextRenderer.DrawText(
            e.Graphics,
            item.ToString(),
            e.Font ?? Font,
            Rectangle.FromLTRB(left, e.Bounds.Top, e.Bounds.Right, e.Bounds.Bottom),
            !Enabled ? DialogTheme.Disabled(this) : isSelected ? SystemColors.HighlightText : ForeColor,
            TextFormatFlags.Left | TextFormatFlags.VerticalCenter | TextFormatFlags.EndEllipsis | TextFormatFlags.NoPrefix);
    }
}
