namespace SPColor.Core.Files;

/// <summary>Writes an output beside its place and renames it, so that an existing file is replaced by a complete new one or kept.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="path"/> as a whole or not at all.</summary>
    /// <param name="path">The output file; may be a file that was read before.</param>
    /// <param name="write">Fills a stream that can be read, written and sought.</param>
    /// <param name="cancellationToken">Checked before the rename; <paramref name="write"/> checks it itself.</param>
    /// <exception cref="SPColorException">Folder missing, no permission, disk full, the place is taken by what is no regular file.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        string place = CheckPlace(path);
        string folder = Path.GetDirectoryName(place)!;
        TemporaryFiles.RemoveStale(folder);
        string temporary = TemporaryFiles.NameIn(folder);
        try
        {
            using (FileStream stream = new(temporary, Options(place)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, place, overwrite: true);
        }
        catch (Exception error)
        {
            Discard(temporary);
            if (FileErrors.Explains(error))
                throw FileErrors.Writing(path, error);
            throw;
        }
    }

    /// <summary>Refuses an output that could not be written, before any work is done for it.</summary>
    /// <param name="path">The output file.</param>
    /// <returns>The file that will be replaced, free of links.</returns>
    /// <exception cref="SPColorException">Folder missing, write-protected file, the place is taken by what is no regular file.</exception>
    public static string CheckPlace(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new SPColorException("The name of an output is empty: give a file.");
        try
        {
            string place = LinkFree.Resolve(path);
            if (Directory.Exists(place))
                throw new SPColorException($"{path}: this is a folder: give a file name inside it.");
            if (!RegularFile.IsOrMissing(place))
                throw new SPColorException($"{path}: this is no ordinary file but a pipe or device: give the name of a file.");
            if (File.Exists(place) && (File.GetAttributes(place) & FileAttributes.ReadOnly) != 0)
                throw new SPColorException($"{path}: the existing file is write-protected: remove the protection or choose another name.");
            CheckFolder(path, Path.GetDirectoryName(place)!);
            return place;
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            throw FileErrors.Writing(path, error);
        }
    }

    /// <summary>Refuses a folder that takes no new files; only trying tells.</summary>
    /// <param name="path">The output, for messages.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="SPColorException">It is missing, or takes no files.</exception>
    public static void CheckFolder(string path, string folder)
    {
        if (!Directory.Exists(folder))
            throw FileErrors.FolderMissing(path, folder);
        try
        {
            new FileStream(TemporaryFiles.NameIn(folder), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose)
                .Dispose();
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            throw FileErrors.Writing(path, error);
        }
    }

    // A file that only its owner may read stays so when it is replaced. The lock tells other runs that this one lives.
    private static FileStreamOptions Options(string place)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && File.Exists(place))
            options.UnixCreateMode = File.GetUnixFileMode(place);
        return options;
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            // The first failure is the one to report; a disk that has gone takes the temporary file with it.
        }
    }
}
