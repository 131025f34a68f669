namespace GenAuth.Exceptions;

/// <summary>
/// A handler tried to send a request again that may be sent once. It is none of the exceptions that handlers take for a passing
/// failure, so that they do not go on trying.
/// </summary>
internal sealed class SentTwiceException() : InvalidOperationException(Explanation)
{
    public const string Explanation =
        "an HTTP handler tried to send the request a second time, such as a resilience handler after a failure or a time-out. It was sent once, because the service would "
        + "do it twice or refuse the repeated signature; it may have taken effect. The SDK retries what can be retried, so remove retries from this client's handlers.";

    public static void ThrowIfSent(ref int sendings)
    {
        if (Interlocked.Increment(ref sendings) > 1)
        {
            throw new SentTwiceException();
        }
    }
}
