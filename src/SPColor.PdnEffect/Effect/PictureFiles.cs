using System.Drawing;
using System.Drawing.Imaging;
using System.Runtime.InteropServices;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using GdiFormat = System.Drawing.Imaging.PixelFormat;
using PixelFormat = SPColor.Core.Imaging.PixelFormat;

namespace SPColor.PdnEffect.Effect;

/// <summary>Picture files through GDI+, which Windows brings along: JPEG, PNG, BMP, GIF, TIFF.</summary>
internal sealed class PictureFiles : IPictureFiles
{
    /// <summary>For the file dialog.</summary>
    public const string Filter = "Pictures|*.png;*.jpg;*.jpeg;*.bmp;*.gif;*.tif;*.tiff|All files|*.*";

    private const int OrientationTag = 0x0112;

    /// <inheritdoc/>
    public IPixelSource Read(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using Bitmap picture = new(path);
            Upright(picture);
            return Copy(picture, cancellationToken);
        }

        // GDI+ answers "out of memory" and "parameter is not valid" for files that are no pictures.
        catch (Exception failure) when (failure is ArgumentException or OutOfMemoryException or ExternalException or IOException)
        {
            throw new SPColorException($"{path} cannot be read as a picture: save it as PNG or JPEG, or choose another file", failure);
        }
    }

    private static PixelBuffer Copy(Bitmap picture, CancellationToken cancellationToken)
    {
        PixelBuffer copy = new(new GridSize(picture.Width, picture.Height), PixelFormat.Bgra8);
        BitmapData pixels = picture.LockBits(new Rectangle(Point.Empty, picture.Size), ImageLockMode.ReadOnly, GdiFormat.Format32bppArgb);
        try
        {
            for (int y = 0; y < picture.Height; y++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Marshal.Copy(pixels.Scan0 + ((nint)y * pixels.Stride), copy.Bytes, y * copy.Stride, copy.Stride);
            }
        }
        finally
        {
            picture.UnlockBits(pixels);
        }

        return copy;
    }

    private static void Upright(Bitmap picture)
    {
        if (!picture.PropertyIdList.Contains(OrientationTag) || picture.GetPropertyItem(OrientationTag)?.Value is not [byte orientation, ..])
            return;
        picture.RotateFlip(orientation switch
        {
            2 => RotateFlipType.RotateNoneFlipX,
            3 => RotateFlipType.Rotate180FlipNone,
            4 => RotateFlipType.RotateNoneFlipY,
            5 => RotateFlipType.Rotate90FlipX,
            6 => RotateFlipType.Rotate90FlipNone,
            7 => RotateFlipType.Rotate270FlipX,
            8 => RotateFlipType.Rotate270FlipNone,
            _ => RotateFlipType.RotateNoneFlipNone,
        });
    }
}
