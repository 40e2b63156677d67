using BitMiracle.LibTiff.Classic;

namespace SPColor.Worker.Pictures;

/// <summary>Opens TIFF files with LibTiff: silently, and without closing a stream that is not LibTiff's.</summary>
internal static class TiffAccess
{
    static TiffAccess() => Tiff.SetErrorHandler(new SilentErrors());

    /// <summary>Opens a TIFF file for reading.</summary>
    /// <param name="stream">Its bytes; stays open.</param>
    /// <returns>Null where it is none.</returns>
    public static Tiff? Read(Stream stream) => Tiff.ClientOpen("picture", "r", stream, new BorrowedStream());

    /// <summary>Writes a TIFF file, little-endian on every machine.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="fill">Writes header and rows.</param>
    /// <exception cref="IOException">What the stream threw: LibTiff itself would swallow it.</exception>
    public static void Write(Stream stream, Action<Tiff> fill)
    {
        BorrowedStream borrowed = new();
        using (Tiff? tiff = Tiff.ClientOpen("picture", "wl", stream, borrowed))
            fill(tiff ?? throw borrowed.Failure ?? new IOException("LibTiff cannot begin the file"));
        if (borrowed.Failure is { } failure)
            throw new IOException(failure.Message, failure.HResult);
    }

    /// <summary>The number under a tag that holds one, or null.</summary>
    /// <param name="tiff">The file.</param>
    /// <param name="tag">The tag.</param>
    public static double? Number(this Tiff tiff, TiffTag tag) => tiff.GetField(tag) is [var value, ..] ? value.ToDouble() : null;

    /// <summary>The whole number under a tag, its default in TIFF 6.0 or else 0.</summary>
    /// <param name="tiff">The file.</param>
    /// <param name="tag">The tag.</param>
    public static int Whole(this Tiff tiff, TiffTag tag) => tiff.GetFieldDefaulted(tag) is [var value, ..] ? value.ToInt() : 0;

    /// <summary>The page's colour profile, or null.</summary>
    /// <param name="tiff">The file.</param>
    public static byte[]? Profile(this Tiff tiff) => tiff.GetField(TiffTag.ICCPROFILE) is [_, var bytes, ..] ? bytes.ToByteArray() : null;

    private sealed class BorrowedStream : TiffStream
    {
        public IOException? Failure { get; private set; }

        public override void Write(object clientData, byte[] buffer, int offset, int count)
        {
            // After a failure nothing that follows can make the file whole.
            if (Failure is not null)
                return;
            try
            {
                base.Write(clientData, buffer, offset, count);
            }
            catch (IOException error)
            {
                Failure = error;
            }
        }

        public override void Close(object clientData)
        {
        }
    }

    // LibTiff prints to the console by default; failures are told by its return values.
    private sealed class SilentErrors : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }
    }
}
