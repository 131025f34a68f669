namespace GenAuth.Text;

/// <summary>Text under construction on the stack of whoever makes it; only what does not fit is borrowed from the pool.</summary>
/// <param name="room">Where the text begins; long enough for what is usual.</param>
internal ref struct ValueStringBuilder(Span<char> room)
{
    private Span<char> _text = room;
    private char[]? _borrowed;
    private int _length;

    public void Append(string text)
    {
        if (text.Length > _text.Length - _length)
        {
            Grow(text.Length);
        }

        text.AsSpan().CopyTo(_text.Slice(_length));
        _length += text.Length;
    }

    /// <summary>The finished text. The buffer is not to be used afterwards.</summary>
    public override string ToString()
    {
        var text = _text.Slice(0, _length).ToString();
        Release();
        return text;
    }

    private void Grow(int needed)
    {
        var larger = ClearedPool<char>.Rent(Math.Max(_length + needed, _text.Length * 2));
        _text.Slice(0, _length).CopyTo(larger);
        Release();
        _text = _borrowed = larger;
    }

    private readonly void Release()
    {
        if (_borrowed is not null)
        {
            ClearedPool<char>.Return(_borrowed);
        }
    }
}
