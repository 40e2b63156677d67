using SPColor.Core.Imaging;

namespace SPColor.Core.Segmentation;

/// <summary>The areas of a picture at full size: each area's soft mask follows the full-size luminance as colours do, and the strongest wins.</summary>
public static class FullSizeAreas
{
    /// <summary>The area of every pixel, or <see cref="AreaPlane.NoArea"/> where it is transparent or outside the part that was looked at.</summary>
    /// <param name="picture">H×W pixels.</param>
    /// <param name="image">The same picture at working size.</param>
    /// <param name="map">Its areas.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    /// <returns>H·W ids, row by row; the same for any number of threads.</returns>
    public static byte[] Find(IPixelSource picture, LabImage image, ClassMap map, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(map);
        AreaPlane areas = map.Finest();
        byte[] present = [.. Enumerable.Range(0, map.ClassCount).Select(id => (byte)id).Where(id => areas.Ids.Contains(id))];
        GuidedPlanes masks = new([.. present.Select(id => Mask(areas, id, image.Size))], image);
        byte[] ids = new byte[picture.Size.Count];
        RowBands.Run(
            picture.Size.Height, -1, () => new Row(picture, masks, present), (row, y) => row.Find(y, ids.AsSpan(y * picture.Size.Width, picture.Size.Width)),
            null, cancellationToken);
        return ids;
    }

    private static float[] Mask(AreaPlane areas, byte id, GridSize size)
    {
        float[] mask = new float[size.Count];
        for (int pixel = 0; pixel < mask.Length; pixel++)
            mask[pixel] = areas.At(pixel, size) == id ? 1 : 0;
        return mask;
    }

    private sealed class Row(IPixelSource picture, GuidedPlanes masks, byte[] present)
    {
        private readonly GuidedRows _masks = masks.For(picture.Size, new PixelRect(0, 0, picture.Size.Width, picture.Size.Height));
        private readonly byte[] _pixels = new byte[picture.Size.Width * picture.Format.BytesPerPixel()];
        private readonly float[] _l = new float[picture.Size.Width];
        private readonly float[] _best = new float[picture.Size.Width];

        public void Find(int y, Span<byte> ids)
        {
            picture.ReadRow(y, _pixels);
            SpaceConverter.RowToLightness(picture.Space, _pixels, picture.Format, _l);
            _masks.Read(y, _l);
            ids.Fill(AreaPlane.NoArea);
            Array.Clear(_best);
            for (int k = 0; k < present.Length; k++)
            {
                float[] mask = _masks.Values[k];
                for (int x = 0; x < mask.Length; x++)
                {
                    if (mask[x] > _best[x])
                        (_best[x], ids[x]) = (mask[x], present[k]);
                }
            }

            for (int x = 0; x < ids.Length; x++)
            {
                if (!RowCodec.IsVisible(_pixels, picture.Format, x))
                    ids[x] = AreaPlane.NoArea;
            }
        }
    }
}
