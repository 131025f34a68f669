using System.Text;
using GenAuth.Pipeline.Content;
using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>A response body in a pooled buffer, up to a limit, so that an endless response is an error. Dispose returns the buffer.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The size of the buffer if the response has no <c>Content-Length</c>.</summary>
    private const int DefaultSize = 16 * 1024;

    /// <summary>The maximum initial size of the buffer, because <c>Content-Length</c> may be wrong.</summary>
    private const int MaxInitialSize = 1024 * 1024;

    /// <summary>The number of decompressed bytes between two checks of the cancellation token: a kilobyte may expand to a megabyte.</summary>
    private const int MaxReadSize = 64 * 1024;

    /// <summary>The number of bytes that are converted to UTF-8 between two checks of the cancellation token.</summary>
    private const int ConversionBlockSize = 16 * 1024;

    private byte[] _buffer;

    private ResponseBody(int size) => _buffer = ClearedPool<byte>.Rent(size);

    public int Length { get; private set; }

    /// <summary>True if the body exceeds the limit.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The declared charset, if the platform does not support it. The bytes are then not converted.</summary>
    public string? UnknownCharset { get; private set; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    /// <summary>Reads at most <paramref name="limit"/> bytes. If it fails, the buffer is not returned to the pool, because a pending read may still write to it.</summary>
    public static async ValueTask<ResponseBody> ReadAsync(HttpContent? content, long limit, CancellationToken cancellationToken)
    {
        var body = new ResponseBody(content is null ? 0 : GetInitialSize(content.Headers.ContentLength));
        if (content is null)
        {
            return body;
        }

#if NETSTANDARD2_0
        using var received = await content.ReadAsStreamAsync().ConfigureAwait(false);
        // A network stream of .NET Framework ignores the token, but closing the stream ends the read.
        using var closing = cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), received);
#else
        using var received = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        using var decompressed = await CompressedContent.DecompressAsync(received, content, cancellationToken).ConfigureAwait(false);
        var source = decompressed ?? received;
        try
        {
            int count;
            do
            {
                // Decompressing received bytes does not check the token on all platforms.
                cancellationToken.ThrowIfCancellationRequested();
                var room = Math.Min(body._buffer.Length - body.Length, MaxReadSize);
#if NETSTANDARD2_0
                count = await source.ReadAsync(body._buffer, body.Length, room, cancellationToken).ConfigureAwait(false);
#else
                count = await source.ReadAsync(body._buffer.AsMemory(body.Length, room), cancellationToken).ConfigureAwait(false);
#endif
            }
            while (body.Advance(count, limit));
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // The Brotli decoder throws InvalidOperationException for damaged data, the others InvalidDataException.
            throw new InvalidDataException("The compressed body is damaged.", exception);
        }

        if (!body.IsTooLarge)
        {
            body.ToUtf8(BodyCharset.GetDeclared(content), cancellationToken);
        }

        return body;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        ClearedPool<byte>.Return(buffer);
    }

    /// <summary>One byte more than <c>Content-Length</c>, so that the last read detects the end without growing the buffer.</summary>
    private static int GetInitialSize(long? contentLength) => contentLength is { } length ? (int)Math.Min(length, MaxInitialSize - 1) + 1 : DefaultSize;

    /// <summary>Adds the read bytes, and grows the buffer if it is full. Returns whether reading continues.</summary>
    private bool Advance(int count, long limit)
    {
        IsTooLarge = Length + (long)count > limit;
        Length = (int)Math.Min(Length + (long)count, limit);
        if (count > 0 && !IsTooLarge && Length == _buffer.Length)
        {
            Grow(_buffer.Length * 2L);
        }

        return count > 0 && !IsTooLarge;
    }

    private void Grow(long size)
    {
        var larger = ClearedPool<byte>.Rent((int)Math.Min(size, int.MaxValue));
        Buffer.BlockCopy(_buffer, 0, larger, 0, Length);
        ClearedPool<byte>.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>Converts the body to UTF-8, which the JSON reader requires.</summary>
    /// <param name="charset">The declared charset. A byte order mark takes precedence.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    private void ToUtf8(string? charset, CancellationToken cancellationToken)
    {
        var encoding = BodyCharset.FromByteOrderMark(Bytes) ?? (charset is null ? Encoding.UTF8 : BodyCharset.GetEncoding(charset));
        if (encoding is null)
        {
            UnknownCharset = charset;
        }
        else if (encoding is not UTF8Encoding)
        {
            Convert(encoding, cancellationToken);
        }
    }

    private void Convert(Encoding encoding, CancellationToken cancellationToken)
    {
        var (source, length, decoder, encoder) = (_buffer, Length, encoding.GetDecoder(), Encoding.UTF8.GetEncoder());
        var characters = ClearedPool<char>.Rent(encoding.GetMaxCharCount(ConversionBlockSize));
        _buffer = ClearedPool<byte>.Rent(length);
        Length = 0;
        try
        {
            for (var position = 0; position < length; position += ConversionBlockSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (count, isLast) = (Math.Min(ConversionBlockSize, length - position), position + ConversionBlockSize >= length);
                var decoded = decoder.GetChars(source, position, count, characters, 0, isLast);
                var needed = Length + (long)encoder.GetByteCount(characters, 0, decoded, isLast);
                if (needed > _buffer.Length)
                {
                    Grow(Math.Max(needed, _buffer.Length * 2L));
                }

                Length += encoder.GetBytes(characters, 0, decoded, _buffer, Length, isLast);
            }
        }
        finally
        {
            ClearedPool<char>.Return(characters);
            ClearedPool<byte>.Return(source);
        }
    }
}
