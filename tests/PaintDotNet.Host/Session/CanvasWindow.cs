using PaintDotNet.Host.Documents;
using PaintDotNet.Host.Rendering;

namespace PaintDotNet.Host.Session;

/// <summary>The window under the dialog: the active layer with the live preview.</summary>
internal sealed class CanvasWindow : Form
{
    private readonly PictureBox picture = new() { Dock = DockStyle.Fill, SizeMode = PictureBoxSizeMode.Zoom, BackColor = Color.Gray };

    public CanvasWindow(Rectangle bounds)
    {
        Text = "PaintDotNet.Host";
        StartPosition = FormStartPosition.Manual;
        Bounds = bounds;
        Controls.Add(picture);
    }

    /// <summary>Takes the picture on the calling thread and shows it on the window's.</summary>
    public void Display(EffectCanvas canvas)
    {
        Bitmap next = PictureFile.ToPicture(canvas.Bitmap);
        if (IsHandleCreated) BeginInvoke(() => Replace(next));
        else next.Dispose();
    }

    private void Replace(Bitmap next)
    {
        Image? old = picture.Image;
        picture.Image = next;
        old?.Dispose();
    }
}
