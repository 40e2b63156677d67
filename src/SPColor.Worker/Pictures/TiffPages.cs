using BitMiracle.LibTiff.Classic;

namespace SPColor.Worker.Pictures;

/// <summary>The pages of a TIFF file: pictures of full size; reduced ones are thumbnails of them (TIFF 6.0 §8, NewSubfileType).</summary>
internal static class TiffPages
{
    // A hostile file may have millions; nobody needs their number.
    private const int MostCounted = 1000;
    private const int Reduced = 1;

    /// <summary>Makes the first page of full size the current one.</summary>
    /// <param name="tiff">The file, at its first page.</param>
    /// <returns>How many pages of full size there are, at least 1.</returns>
    public static int SelectFirst(Tiff tiff)
    {
        int pages = 0, first = -1;
        for (int i = 0; i < MostCounted; i++)
        {
            if (!IsReduced(tiff))
            {
                pages++;
                first = first < 0 ? i : first;
            }
            if (!TryNext(tiff))
                break;
        }
        tiff.SetDirectory((short)Math.Max(0, first));
        if (first < 0)
            SelectHanging(tiff);
        return Math.Max(1, pages);
    }

    // Digital negatives: the thumbnail is the page, the picture hangs on it.
    private static void SelectHanging(Tiff tiff)
    {
        if (tiff.GetField(TiffTag.SUBIFD) is not [_, var places])
            return;
        foreach (long place in places.TolongArray() ?? [])
        {
            if (tiff.SetSubDirectory(place) && !IsReduced(tiff))
                return;
        }
        tiff.SetDirectory(0);
    }

    private static bool IsReduced(Tiff tiff) => (tiff.Whole(TiffTag.SUBFILETYPE) & Reduced) != 0;

    private static bool TryNext(Tiff tiff)
    {
        try
        {
            return !tiff.LastDirectory() && tiff.ReadDirectory();
        }
        catch (Exception error) when (error is not (OutOfMemoryException or IOException))
        {
            // A damaged later page does not spoil the first: LibTiff answers with whatever it trips over.
            return false;
        }
    }
}
