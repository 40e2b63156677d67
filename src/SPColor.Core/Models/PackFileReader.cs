using System.Security.Cryptography;

namespace SPColor.Core.Models;

/// <summary>Reads and checks the files that a manifest names.</summary>
internal static class PackFileReader
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Checks one file against its manifest entry without keeping it.</summary>
    /// <param name="directory">The pack's folder.</param>
    /// <param name="file">The entry.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    internal static PackFileCheck Check(string directory, PackFile file, CancellationToken cancellationToken) =>
        Check(directory, file, keep: false, out _, cancellationToken);

    /// <summary>Reads one file; the bytes returned are the very bytes that were checked.</summary>
    /// <param name="directory">The pack's folder.</param>
    /// <param name="file">The entry.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SPColorException">Missing, damaged or refused.</exception>
    internal static byte[] Read(string directory, PackFile file, CancellationToken cancellationToken)
    {
        PackFileCheck check = Check(directory, file, keep: true, out byte[] bytes, cancellationToken);
        return check.State == PackFileState.Ok ? bytes : throw new SPColorException(check.Message!);
    }

    private static PackFileCheck Check(string directory, PackFile file, bool keep, out byte[] bytes, CancellationToken cancellationToken)
    {
        bytes = [];
        string place = Path.Combine(directory, file.Path);
        if (PackPath.LinkIn(directory, file.Path) is { } link)
            return new(file.Path, PackFileState.Refused, $"{link} is a link, which packs may not hold: copy the file itself there");
        try
        {
            using FileStream stream = File.OpenRead(place);
            if (stream.Length != file.Bytes)
                return Damaged(file.Path, place, $"{stream.Length} bytes, expected {file.Bytes}");
            bytes = GC.AllocateUninitializedArray<byte>(keep ? (int)file.Bytes : (int)Math.Min(ChunkBytes, file.Bytes));
            string actual = ReadAndHash(stream, bytes, keep, file.Bytes, cancellationToken);
            return actual == file.Sha256
                ? new(file.Path, PackFileState.Ok)
                : Damaged(file.Path, place, $"SHA-256 {actual}, expected {file.Sha256}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(file.Path, PackFileState.Missing, $"{place} is missing: {PackFailure.Cure}");
        }
        catch (EndOfStreamException)
        {
            return Damaged(file.Path, place, "it became shorter while it was read");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(file.Path, PackFileState.Refused, $"{place} cannot be read ({e.Message}): check its permissions");
        }
    }

    private static string ReadAndHash(FileStream stream, byte[] buffer, bool keep, long length, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long done = 0; done < length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = (int)Math.Min(ChunkBytes, length - done);
            Span<byte> chunk = buffer.AsSpan(keep ? (int)done : 0, count);
            stream.ReadExactly(chunk);
            hash.AppendData(chunk);
            done += count;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static PackFileCheck Damaged(string path, string place, string how) =>
        new(path, PackFileState.Damaged, $"{place} is damaged ({how}): {PackFailure.Cure}");
}
