namespace GenAuth.Http;

/// <summary>Reads a body into memory up to a limit, so that an endless answer ends as an error.</summary>
internal static class BoundedContent
{
    private const int BufferSize = 16 * 1024;

    /// <summary>What a body's announced length may reserve at once; the announcement could be a lie.</summary>
    private const int LargestReservation = 1024 * 1024;

    /// <summary>Reads at most <paramref name="limit"/> bytes; the flag says whether there were more.</summary>
    public static async Task<(MemoryStream Body, bool TooLarge)> ReadAsync(HttpContent? content, long limit, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return (new MemoryStream(0), false);
        }

        var announced = content.Headers.ContentLength ?? 0;
        var body = new MemoryStream((int)Math.Min(Math.Min(announced, limit), LargestReservation));
#if NETSTANDARD2_0
        using var source = await content.ReadAsStreamAsync().ConfigureAwait(false);
        // A network stream of .NET Framework does not heed the token; closing it does end the read.
        using var closing = cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), source);
#else
        using var source = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        var buffer = new byte[BufferSize];
        while (await ReadAsync(source, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            var room = (int)Math.Min(count, limit - body.Length);
            body.Write(buffer, 0, room);
            if (room < count)
            {
                return (body, true);
            }
        }

        return (body, false);
    }

    private static async Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
#if NETSTANDARD2_0
            return await source.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
#else
            return await source.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
#endif
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // What the Brotli decoder throws at damaged data; the other decoders throw this one.
            throw new InvalidDataException("The compressed body is damaged.", exception);
        }
    }
}
