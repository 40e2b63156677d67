using System.Numerics;
using System.Text;
using SPColor.Core;

namespace SPColor.Import.Checkpoints;

/// <summary>
/// Reads a pickle (protocols 2 to 5) as data: numbers, strings, lists, tuples (arrays), dictionaries with string keys, and descriptions
/// of tensors. It runs nothing; names mean what <see cref="PickleGlobals"/> says. Memory is bounded by <see cref="PickleInput.MostBytes"/>,
/// and nothing recurses, so that nesting costs no stack.
/// </summary>
/// <param name="input">The bytes.</param>
internal sealed class PickleReader(PickleInput input)
{
    private const int LongestInteger = 32;

    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = [];
    private readonly Dictionary<long, object?> _memo = [];

    /// <summary>Every storage that was named, by key.</summary>
    internal Dictionary<string, Storage> Storages { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads up to the pickle's end.</summary>
    /// <returns>Its value.</returns>
    /// <exception cref="SPColorException">It is damaged, too long, or names something that no checkpoint for SPColor needs.</exception>
    internal object? Read()
    {
        while (true)
        {
            byte code = input.Byte();
            if (code == '.')
                return Pop();
            if (!Simple(code) && !Container(code) && !Memo(code))
                Call(code);
        }
    }

    /// <summary>Values that stand for themselves.</summary>
    private bool Simple(byte code)
    {
        switch (code)
        {
            case 0x80: Require(input.Byte() <= 5, "its pickle protocol is newer than 5"); return true;
            case 0x95: input.Unsigned(8); return true; // A frame only helps buffering.
            case (byte)'N': return Push(null);
            case 0x88: return Push(true);
            case 0x89: return Push(false);
            case (byte)'J': return Push((long)input.Int32());
            case (byte)'K': return Push(input.Unsigned(1));
            case (byte)'M': return Push(input.Unsigned(2));
            case 0x8a: return PushInteger(input.Unsigned(1));
            case 0x8b: return PushInteger(input.Unsigned(4));
            case (byte)'G': return Push(input.Double());
            case (byte)'U': return Push(Encoding.Latin1.GetString(input.Bytes(input.Unsigned(1))));
            case (byte)'T': return Push(Encoding.Latin1.GetString(input.Bytes(input.Unsigned(4))));
            case 0x8c: return Push(input.Text(input.Unsigned(1)));
            case (byte)'X': return Push(input.Text(input.Unsigned(4)));
            case 0x8d: return Push(input.Text(input.Unsigned(8)));
            case (byte)'C': return PushSkipped(input.Unsigned(1));
            case (byte)'B': return PushSkipped(input.Unsigned(4));
            case 0x8e or 0x96: return PushSkipped(input.Unsigned(8));
            default: return false;
        }
    }

    /// <summary>Lists, tuples, dictionaries, sets, and what moves the stack.</summary>
    private bool Container(byte code)
    {
        switch (code)
        {
            case (byte)'(': _marks.Push(_stack.Count); return true;
            case (byte)'0': Pop(); return true;
            case (byte)'1': PopMarked(); return true;
            case (byte)'2': return Push(Peek());
            case (byte)']': return Push(new List<object?>());
            case (byte)'l': return Push(new List<object?>(PopMarked()));
            case (byte)'a': Append([Pop()]); return true;
            case (byte)'e': Append(PopMarked()); return true;
            case (byte)')': return Push(Array.Empty<object?>());
            case 0x85: return Push(Pop(1));
            case 0x86: return Push(Pop(2));
            case 0x87: return Push(Pop(3));
            case (byte)'t': return Push(PopMarked());
            case (byte)'}': return Push(new Dictionary<string, object?>(StringComparer.Ordinal));
            case (byte)'d':
                object?[] pairs = PopMarked();
                Push(new Dictionary<string, object?>(StringComparer.Ordinal));
                Set(pairs);
                return true;
            case (byte)'s': Set(Pop(2)); return true;
            case (byte)'u': Set(PopMarked()); return true;
            case 0x8f: return Push(Skipped.Instance);
            case 0x90: PopMarked(); return true;
            case 0x91: PopMarked(); return Push(Skipped.Instance);
            default: return false;
        }
    }

    private bool Memo(byte code)
    {
        switch (code)
        {
            case (byte)'q': _memo[input.Unsigned(1)] = Peek(); return true;
            case (byte)'r': _memo[input.Unsigned(4)] = Peek(); return true;
            case 0x94: _memo[_memo.Count] = Peek(); return true;
            case (byte)'h': return Push(Recall(input.Unsigned(1)));
            case (byte)'j': return Push(Recall(input.Unsigned(4)));
            default: return false;
        }
    }

    /// <summary>Names, and what a pickle wants done with them.</summary>
    private void Call(byte code)
    {
        switch (code)
        {
            case (byte)'c':
                string module = input.Line();
                Push(Named(module, input.Line()));
                break;
            case 0x93:
                object?[] named = Pop(2);
                Require(named is [string, string], "it names something without a name");
                Push(Named((string)named[0]!, (string)named[1]!));
                break;
            case (byte)'R' or 0x81:
                object?[] call = Pop(2);
                Push(PickleObjects.Result(call[0], call[1], input.Place));
                break;
            case 0x92:
                Require(Pop(3)[0] is Skipped, "it makes an object of an unknown kind");
                Push(Skipped.Instance);
                break;
            case (byte)'b':
                // What an object is told of itself: a state dictionary's versions, or the inside of something skipped.
                Pop();
                Require(Peek() is Skipped or Dictionary<string, object?> or StoredTensor, "it fills in an object of an unknown kind");
                break;
            case (byte)'Q':
                Storage storage = PickleObjects.StorageOf(Pop(), input.Place);
                Require(Storages.TryAdd(storage.Key, storage) || Storages[storage.Key] == storage, $"its storage \"{storage.Key}\" is two things");
                Push(storage);
                break;
            default:
                throw Refused($"its pickle holds the unknown code 0x{code:x2}");
        }
    }

    private object Named(string module, string name) => PickleGlobals.Meaning(module, name)
        ?? throw Refused($"it names \"{module}.{name}\", and only tensors and plain values are read");

    private bool PushInteger(long length)
    {
        Require(length <= LongestInteger, $"it holds an integer of {length} bytes");
        var value = new BigInteger(input.Bytes(length));
        return value >= long.MinValue && value <= long.MaxValue ? Push((long)value) : Push(value);
    }

    private void Append(object?[] items)
    {
        switch (Peek())
        {
            case List<object?> list: list.AddRange(items); break;
            case Skipped: break;
            default: throw Refused("it appends to what is no list");
        }
    }

    private void Set(object?[] pairs)
    {
        Require(pairs.Length % 2 == 0, "a key in it has no value");
        Require(Peek() is Skipped or Dictionary<string, object?>, "it sets items of what is no dictionary");
        if (Peek() is not Dictionary<string, object?> dictionary)
            return;
        for (int i = 0; i < pairs.Length; i += 2)
        {
            // Other keys are those of optimizers and callbacks, which nobody asks for.
            if (pairs[i] is string key)
                dictionary[key] = pairs[i + 1];
        }
    }

    private bool Push(object? value)
    {
        _stack.Add(value);
        return true;
    }

    private bool PushSkipped(long length)
    {
        input.Bytes(length);
        return Push(Skipped.Instance);
    }

    private object? Recall(long index) => _memo.TryGetValue(index, out object? value) ? value : throw Refused("it recalls what it never stored");

    private object? Peek()
    {
        Require(_stack.Count > Floor, "its pickle takes more than it has");
        return _stack[^1];
    }

    private object? Pop() => Pop(1)[0];

    private object?[] Pop(int count)
    {
        Require(_stack.Count - count >= Floor, "its pickle takes more than it has");
        object?[] items = [.. _stack[^count..]];
        _stack.RemoveRange(_stack.Count - count, count);
        return items;
    }

    private object?[] PopMarked()
    {
        Require(_marks.Count > 0, "its pickle takes more than it has");
        object?[] items = Pop(_stack.Count - Floor);
        _marks.Pop();
        return items;
    }

    private int Floor => _marks.TryPeek(out int mark) ? mark : 0;

    private void Require(bool holds, string what)
    {
        if (!holds)
            throw Refused(what);
    }

    private SPColorException Refused(string what) => CheckpointFailure.Refused(input.Place, what);
}
