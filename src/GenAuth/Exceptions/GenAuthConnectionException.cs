using System.Net.Sockets;
using System.Security.Authentication;

namespace GenAuth;

/// <summary>
/// No complete response was received: DNS resolution failed, the connection was refused or closed, the TLS handshake failed, or a
/// handler of the application's <see cref="HttpClient"/> threw. The inner exception is the original one. A write may have taken
/// effect.
/// </summary>
public sealed class GenAuthConnectionException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="innerException">The exception of the platform or of a handler.</param>
    public GenAuthConnectionException(string operation, Exception innerException)
        : base($"{operation} received no complete response: {Explain(innerException)} Check the network, the proxy and the host in the client's options.", operation, innerException)
    {
    }

    /// <summary>True if the TLS handshake failed, which a retry does not fix.</summary>
    internal bool IsTlsFailure => FindCause<AuthenticationException>(InnerException) is not null;

    private static string Explain(Exception exception) =>
        FindCause<SentTwiceException>(exception) is not null ? SentTwiceException.Explanation
        : exception is InvalidDataException ? "the response has damaged compression."
        : FindCause<AuthenticationException>(exception) is not null
            ? "the server's TLS certificate or protocol was not accepted. Add the root of a private certificate authority to Tls.CertificateAuthorities."
        : FindCause<SocketException>(exception) is { SocketErrorCode: var code } ? $"the connection failed ({code})."
        : exception is ObjectDisposedException ? "the HTTP client or its connection was disposed."
        : exception is HttpRequestException or IOException or OperationCanceledException ? "the connection failed or was closed."
        : $"a handler of the HTTP client threw {exception.GetType().Name}.";

    // The depth of the cause depends on the platform.
    private static T? FindCause<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }
}

/// <summary>
/// A handler tried to send a request again that may be sent only once. It derives from none of the exceptions that resilience
/// handlers regard as transient, so they do not retry.
/// </summary>
internal sealed class SentTwiceException() : InvalidOperationException(Explanation)
{
    public const string Explanation =
        "an HTTP handler, for example a resilience handler, tried to send the request a second time. It was sent only once, because a second request could take effect "
        + "twice or be rejected for its reused signature; the first one may have taken effect. The SDK retries what is safe to retry, so remove retries from this client's handlers.";

    public static void ThrowIfSent(ref int sendCount)
    {
        if (Interlocked.Increment(ref sendCount) > 1)
        {
            throw new SentTwiceException();
        }
    }
}
