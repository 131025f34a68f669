using System.Text;
using GenAuth.Pipeline.Content;
using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>A body in a lent buffer, up to a limit, so that an endless answer ends as an error. Dispose gives the buffer back.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>What is lent when nobody says how much is coming.</summary>
    private const int UsualSize = 16 * 1024;

    /// <summary>What a body's announced length may reserve at once; the announcement could be a lie.</summary>
    private const int LargestReservation = 1024 * 1024;

    /// <summary>How much is unpacked between two looks at the cancellation token: a kilobyte may become a megabyte.</summary>
    private const int LargestRead = 64 * 1024;

    /// <summary>How many bytes of another encoding become UTF-8 between two looks at the cancellation token.</summary>
    private const int ConvertedAtOnce = 16 * 1024;

    private byte[] _buffer;

    private ResponseBody(int size) => _buffer = ClearedPool<byte>.Rent(size);

    public int Length { get; private set; }

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The charset that the body declares, if the platform does not know it. The bytes are as they were received then.</summary>
    public string? UnknownCharset { get; private set; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    /// <summary>Reads at most <paramref name="limit"/> bytes. When that fails the buffer is not lent again: somebody may still write to it.</summary>
    public static async ValueTask<ResponseBody> ReadAsync(HttpContent? content, long limit, CancellationToken cancellationToken)
    {
        var body = new ResponseBody(content is null ? 0 : Reservation(content.Headers.ContentLength));
        if (content is null)
        {
            return body;
        }

#if NETSTANDARD2_0
        using var received = await content.ReadAsStreamAsync().ConfigureAwait(false);
        // A network stream of .NET Framework does not heed the token; closing it does end the read.
        using var closing = cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), received);
#else
        using var received = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        using var unpacked = await CompressedContent.UnpackAsync(received, content, cancellationToken).ConfigureAwait(false);
        var source = unpacked ?? received;
        try
        {
            int count;
            do
            {
                // Unpacking what has already arrived does not look at the token everywhere.
                cancellationToken.ThrowIfCancellationRequested();
                var room = Math.Min(body._buffer.Length - body.Length, LargestRead);
#if NETSTANDARD2_0
                count = await source.ReadAsync(body._buffer, body.Length, room, cancellationToken).ConfigureAwait(false);
#else
                count = await source.ReadAsync(body._buffer.AsMemory(body.Length, room), cancellationToken).ConfigureAwait(false);
#endif
            }
            while (body.Take(count, limit));
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // What the Brotli decoder throws at damaged data; the other decoders throw this one.
            throw new InvalidDataException("The compressed body is damaged.", exception);
        }

        if (!body.IsTooLarge)
        {
            body.ToUtf8(BodyCharset.Declared(content), cancellationToken);
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

    /// <summary>One byte more than announced, in which the end is seen. The largest announcement there can be has no number above it.</summary>
    private static int Reservation(long? announced) => announced is { } length ? (int)Math.Min(length, LargestReservation - 1) + 1 : UsualSize;

    /// <summary>Takes what was read, and makes room for more. Says whether there can be more.</summary>
    private bool Take(int count, long limit)
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

    /// <summary>Brings the body to UTF-8, in which all of it is read.</summary>
    /// <param name="charset">The charset that it declares; a byte order mark counts more.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    private void ToUtf8(string? charset, CancellationToken cancellationToken)
    {
        var encoding = BodyCharset.Marked(Bytes) ?? (charset is null ? Encoding.UTF8 : BodyCharset.Find(charset));
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
        var characters = ClearedPool<char>.Rent(encoding.GetMaxCharCount(ConvertedAtOnce));
        _buffer = ClearedPool<byte>.Rent(length);
        Length = 0;
        try
        {
            for (var position = 0; position < length; position += ConvertedAtOnce)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (count, isLast) = (Math.Min(ConvertedAtOnce, length - position), position + ConvertedAtOnce >= length);
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
