using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Colorizing;

/// <summary>Photos whose tones leave little room for colour: CIELAB has no colour at black and white.</summary>
internal static class TargetTones
{
    // Rounding of the steps before may move black and white a little.
    private const int Black = 8, White = 247;

    // Of pixels that are black or white, from which there is nothing between.
    private const double TwoTones = 0.995;

    private const int BlockSide = 8;
    private const int Swing = 128;

    // Of blocks of 8 × 8 pixels that go from dark to light: screened pictures 0.96 and more, of 500 photos none over 0.86.
    private const double Screened = 0.92;

    /// <summary>Refuses black and white alone, and notes a printing screen.</summary>
    /// <param name="path">The photo, for messages.</param>
    /// <param name="pixels">Its pixels as read.</param>
    /// <param name="reporter">Takes the note.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    /// <exception cref="SPColorException">There is nothing between black and white.</exception>
    public static void Check(string path, PixelBuffer pixels, IJobReporter reporter, CancellationToken cancellationToken)
    {
        (GridSize size, long visible, long extreme, int swinging) = (pixels.Size, 0, 0, 0);
        int across = size.Width / BlockSide, down = size.Height / BlockSide;
        byte[] least = new byte[across], most = new byte[across];
        for (int y = 0; y < size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (y % BlockSide == 0)
            {
                Array.Fill(least, byte.MaxValue);
                Array.Clear(most);
            }
            for (int x = 0; x < size.Width; x++)
            {
                (byte tone, bool isVisible) = Tone(pixels, x, y);
                if (!isVisible)
                    continue;
                visible++;
                if (tone is <= Black or >= White)
                    extreme++;
                int block = x / BlockSide;
                if (block < across)
                    (least[block], most[block]) = (Math.Min(least[block], tone), Math.Max(most[block], tone));
            }
            if (y % BlockSide == BlockSide - 1)
                swinging += Enumerable.Range(0, across).Count(block => most[block] - least[block] > Swing);
        }
        if (visible > 0 && extreme >= TwoTones * visible)
        {
            throw new SPColorException(
                $"{path}: black and white alone leave no room for colour: scan it in grey, or soften it in an image editor by a pixel or two first.");
        }
        if (across * down > 0 && swinging >= Screened * across * down)
        {
            reporter.Note(
                $"{path}: this looks like a printing screen or dither, between whose dots colour is lost: " +
                "soften it in an image editor first, until the dots run together.");
        }
    }

    // Grey scans have the same in every channel; of colour ones, green is nearest to their luminance.
    private static (byte Tone, bool IsVisible) Tone(PixelBuffer pixels, int x, int y)
    {
        ReadOnlySpan<byte> row = pixels.Row(y);
        return pixels.Format == PixelFormat.Rgba16
            ? (pixels.Space.SrgbTone(row[(8 * x) + 3]), row[(8 * x) + 7] != 0)
            : (pixels.Space.SrgbTone(row[(4 * x) + 1]), row[(4 * x) + 3] != 0);
    }
}
