using System.Net.Sockets;
using System.Security.Authentication;
using GenAuth.Exceptions;

namespace GenAuth;

/// <summary>
/// No answer arrived, or it broke off: the name did not resolve, the connection was refused, reset or cut, or TLS could not
/// be agreed on. So does everything end that a handler of an <see cref="HttpClient"/> of your own throws. The inner exception has the
/// platform's or the handler's own words. A write may have reached the service all the same.
/// </summary>
public sealed class GenAuthConnectionException : GenAuthException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="innerException">What the platform reported.</param>
    public GenAuthConnectionException(string operation, Exception innerException)
        : base($"{operation} got no complete answer: {Explain(innerException)} Check the network, the proxy and the host in the client's options.", operation, innerException)
    {
    }

    /// <summary>Whether the two sides do not trust each other, which another attempt does not mend.</summary>
    internal bool IsRefusalOfTls => Within<AuthenticationException>(InnerException) is not null;

    private static string Explain(Exception exception) =>
        Within<SentTwiceException>(exception) is not null ? SentTwiceException.Explanation
        : exception is InvalidDataException ? "the answer arrived with damaged compression."
        : Within<AuthenticationException>(exception) is not null
            ? "the server's TLS certificate or protocol was not accepted. The root of a private certificate authority belongs into Tls.CertificateAuthorities."
        : Within<SocketException>(exception) is { SocketErrorCode: var code } ? $"the connection failed ({code})."
        : exception is ObjectDisposedException ? "the HTTP client or its connection was disposed."
        : exception is HttpRequestException or IOException or OperationCanceledException ? "the connection failed or broke off."
        : $"a handler of the HTTP client threw {exception.GetType().Name}.";

    // How deep the cause lies depends on the platform.
    private static T? Within<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }
}
