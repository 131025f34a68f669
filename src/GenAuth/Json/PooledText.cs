using System.Globalization;
using System.Text;

namespace GenAuth.Json;

/// <summary>Text in a lent buffer that grows. Dispose gives the buffer back.</summary>
internal sealed class PooledText() : TextWriter(CultureInfo.InvariantCulture)
{
    private char[] _buffer = ClearedPool<char>.Rent(1024);
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public int Length => _length;

    public override void Write(char value)
    {
        EnsureRoom(1);
        _buffer[_length++] = value;
    }

    public override void Write(char[] buffer, int index, int count)
    {
        EnsureRoom(count);
        buffer.AsSpan(index, count).CopyTo(_buffer.AsSpan(_length));
        _length += count;
    }

    public override void Write(string? value)
    {
        EnsureRoom(value?.Length ?? 0);
        value.AsSpan().CopyTo(_buffer.AsSpan(_length));
        _length += value?.Length ?? 0;
    }

    /// <summary>The text in an array of its own, which can outlive the buffer.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_buffer, 0, _length);

    /// <summary>How many of those bytes a part of the text becomes.</summary>
    public int CountUtf8(int start, int end) => Encoding.UTF8.GetByteCount(_buffer, start, end - start);

    public override string ToString() => new(_buffer, 0, _length);

    protected override void Dispose(bool disposing)
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ClearedPool<char>.Return(buffer);
        }

        base.Dispose(disposing);
    }

    private void EnsureRoom(int count)
    {
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        var larger = ClearedPool<char>.Rent(Math.Max(_buffer.Length * 2, _length + count));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ClearedPool<char>.Return(_buffer);
        _buffer = larger;
    }
}
