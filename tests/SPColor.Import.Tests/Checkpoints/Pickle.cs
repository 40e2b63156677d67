using System.Buffers.Binary;
using System.Text;

namespace SPColor.Import.Tests.Checkpoints;

/// <summary>Writes pickles by hand.</summary>
internal sealed class Pickle
{
    private readonly List<byte> _bytes = [];

    internal Pickle() => Code(0x80, 2);

    internal Pickle Code(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    internal Pickle Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        return Code((byte)'X').Code(length).Code(utf8);
    }

    internal Pickle Name(string module, string name) => Code((byte)'c').Code(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));

    internal byte[] End() => Code((byte)'.')._bytes.ToArray();
}
