namespace GenAuth.Text;

/// <summary>Builds a string in a buffer on the stack, and in a pooled array if the text is longer.</summary>
/// <param name="initialBuffer">The buffer on the stack, large enough for typical texts.</param>
internal ref struct ValueStringBuilder(Span<char> initialBuffer)
{
    private Span<char> _text = initialBuffer;
    private char[]? _rented;
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

    /// <summary>Returns the text and the pooled array. The builder must not be used afterwards.</summary>
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
        _text = _rented = larger;
    }

    private readonly void Release()
    {
        if (_rented is not null)
        {
            ClearedPool<char>.Return(_rented);
        }
    }
}
