namespace GenAuth.Pipeline.Content;

/// <summary>
/// Bytes that can be limited to one send. For an <see cref="HttpClient"/> of the application, this is the only place where the SDK
/// notices that a handler sends a request again.
/// </summary>
/// <param name="bytes">The content. Not a pooled buffer, because a call may end while the bytes are still being sent.</param>
/// <param name="sendOnce">Whether sending the content a second time throws.</param>
internal class SendOnceContent(byte[] bytes, bool sendOnce) : ByteArrayContent(bytes)
{
    private readonly byte[] _bytes = bytes;
    private int _sendCount;

#if NETSTANDARD2_0
    protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext context)
    {
        CountSend();
        return stream.WriteAsync(_bytes, 0, _bytes.Length);
    }
#else
    // ByteArrayContent ignores the cancellation token in derived classes, so that a blocked send would never end.
    protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
    {
        CountSend();
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }
#endif

    private void CountSend()
    {
        if (sendOnce)
        {
            SentTwiceException.ThrowIfSent(ref _sendCount);
        }
    }
}
