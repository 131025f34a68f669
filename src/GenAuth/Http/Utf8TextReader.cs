using System.Text;

namespace GenAuth.Http;

/// <summary>
/// UTF-8 as text, decoded straight into its reader's buffer. Each portion looks at the cancellation token, so that a reader which
/// takes long over one token, such as white space or a comment, can be ended as well.
/// </summary>
internal sealed class Utf8TextReader : TextReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly CancellationToken _cancellationToken;
    private char[]? _few;
    private int _position;
    private char? _pending;

    public Utf8TextReader(byte[] bytes, int length, CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        _bytes = bytes;
        _end = length;
        _position = bytes.AsSpan(0, length).StartsWith(ByteOrderMark) ? 3 : 0;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (_pending is { } pending && count > 0)
        {
            _pending = null;
            buffer[index] = pending;
            return 1;
        }

        return count == 1 ? ReadOne(buffer, index) : Decode(buffer, index, count);
    }

    public override int Read()
    {
        _few ??= new char[2];
        return Read(_few, 0, 1) == 1 ? _few[0] : -1;
    }

    /// <summary>Some characters come as two, and the decoder gives both or none.</summary>
    private int ReadOne(char[] buffer, int index)
    {
        _few ??= new char[2];
        var count = Decode(_few, 0, _few.Length);
        _pending = count == 2 ? _few[1] : null;
        buffer[index] = _few[0];
        return Math.Min(count, 1);
    }

    private int Decode(char[] buffer, int index, int count)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_position == _end || count == 0)
        {
            return 0;
        }

        _decoder.Convert(_bytes, _position, _end - _position, buffer, index, count, flush: true, out var used, out var written, out _);
        _position += used;
        return written;
    }
}
