namespace SPColor.Core.Imaging;

/// <summary>Which pixels of a picture may change, and how much.</summary>
public interface ISelection
{
    /// <summary>Copies the coverage of row <paramref name="y"/>. Safe to call from several threads.</summary>
    /// <param name="y">0 … height−1 of the picture.</param>
    /// <param name="coverage">Receives one value per pixel: 0 not selected … 255 wholly selected.</param>
    void ReadRow(int y, Span<byte> coverage);
}
