using GenAuth.Exceptions;

namespace GenAuth.Pipeline.Content;

/// <summary>
/// Bytes that may be limited to one sending. It is the only place where a second sending shows in an HTTP client of the caller's,
/// whose handlers cannot be added to.
/// </summary>
/// <param name="bytes">What is sent. They are never lent: a server may answer, and the call end, while they are still on their way.</param>
/// <param name="isForOneSending">Whether a second sending fails.</param>
internal class OneTimeContent(byte[] bytes, bool isForOneSending) : ByteArrayContent(bytes)
{
    private readonly byte[] _bytes = bytes;
    private int _sendings;

#if NETSTANDARD2_0
    protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext context)
    {
        CountSending();
        return stream.WriteAsync(_bytes, 0, _bytes.Length);
    }
#else
    // The base class cannot know what a derived one sends, and would wait for it without an end.
    protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
    {
        CountSending();
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }
#endif

    private void CountSending()
    {
        if (isForOneSending)
        {
            SentTwiceException.ThrowIfSent(ref _sendings);
        }
    }
}
