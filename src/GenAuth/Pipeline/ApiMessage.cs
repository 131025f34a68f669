using GenAuth.Exceptions;

namespace GenAuth.Pipeline;

/// <summary>
/// A message that knows how often it may be sent. The service refuses a signature that it has seen, and an operation that must not be
/// repeated is not repeated by a handler either.
/// </summary>
internal sealed class ApiMessage(HttpMethod method, Uri address, bool isForOneSending) : HttpRequestMessage(method, address)
{
    private int _sendings;

    /// <summary>Called by the innermost handler.</summary>
    /// <exception cref="SentTwiceException">It was sent before, and may be sent once.</exception>
    public void OnSending()
    {
        if (isForOneSending)
        {
            SentTwiceException.ThrowIfSent(ref _sendings);
        }
    }
}
