using System.Text;
using GenAuth.Text;

namespace GenAuth.Serialization;

/// <summary>Bytes in a pooled array that grows. Dispose clears the array and returns it.</summary>
internal sealed class PooledBytes : IDisposable
{
    private byte[] _array = ClearedPool<byte>.Rent(1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _array.AsSpan(0, Length);

    /// <summary>Room for at least this many bytes, to be followed by <see cref="Advance"/>.</summary>
    public Span<byte> GetSpan(int count)
    {
        EnsureRoom(count);
        return _array.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Append(byte value)
    {
        EnsureRoom(1);
        _array[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Appends a text as UTF-8. Half of a surrogate pair becomes U+FFFD.</summary>
    public void Append(string text) => Append(text, 0, text.Length);

    public void Append(string text, int start, int count)
    {
        // No character takes more bytes.
        EnsureRoom(count * 3);
        Length += Encoding.UTF8.GetBytes(text, start, count, _array, Length);
    }

    /// <summary>The bytes in an array of their own, which outlives the pooled one.</summary>
    public byte[] ToArray() => Span.ToArray();

    public override string ToString() => Encoding.UTF8.GetString(_array, 0, Length);

    public void Dispose()
    {
        var array = _array;
        _array = [];
        Length = 0;
        if (array.Length > 0)
        {
            ClearedPool<byte>.Return(array);
        }
    }

    private void EnsureRoom(int count)
    {
        if (_array.Length - Length >= count)
        {
            return;
        }

        var larger = ClearedPool<byte>.Rent(Math.Max(_array.Length * 2, Length + count));
        Span.CopyTo(larger);
        ClearedPool<byte>.Return(_array);
        _array = larger;
    }
}
