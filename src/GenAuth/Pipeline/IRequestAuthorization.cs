using System.Net;

namespace GenAuth.Pipeline;

/// <summary>Authorizes the requests of a client. Called for each of them, when it is complete.</summary>
internal interface IRequestAuthorization
{
    /// <summary>Whether the authorization depends on the request's other headers, so that all of them have to be set before it.</summary>
    bool CoversHeaders { get; }

    /// <summary>Whether the authorization depends on the members of a JSON body, so that their offsets have to be recorded.</summary>
    bool CoversBody { get; }

    /// <summary>Adds the authorization to a request.</summary>
    /// <param name="message">The request as it will be sent, with the caller's own headers.</param>
    /// <param name="request">The operation's own description of it.</param>
    /// <param name="accessToken">The end user's token, where there is one.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken);

    /// <summary>
    /// Learns from a refusal whether the authorization was at fault and a new one may be accepted. When the second one is refused
    /// too, it is called with <see cref="AuthorizationFailure.IsFinal"/>, to discard what it learned, and must return <see langword="false"/>.
    /// </summary>
    /// <param name="message">The request as it was sent.</param>
    /// <param name="failure">What the service responded.</param>
    /// <returns><see langword="true"/> to send the request again with a new authorization.</returns>
    bool TryRecover(HttpRequestMessage message, AuthorizationFailure failure);
}

/// <summary>The facts of a refused request that concern its authorization.</summary>
/// <param name="Exception">What the caller gets when the request is not sent again.</param>
/// <param name="ServerTime">The response's <c>Date</c> header.</param>
/// <param name="IsFinal">Whether the request was already sent again with a new authorization.</param>
internal readonly record struct AuthorizationFailure(GenAuthException Exception, DateTimeOffset? ServerTime, bool IsFinal)
{
    /// <summary>The cause, where the body names one.</summary>
    public int? ApiCode => (Exception as GenAuthApiException)?.ApiCode?.Value;

    /// <summary>Whether the body or the HTTP status states that the authorization is not accepted.</summary>
    public bool IsUnauthorized => Exception
        is GenAuthApiException { StatusCode: 401 } or GenAuthApiException { HttpStatusCode: HttpStatusCode.Unauthorized }
        or GenAuthInvalidResponseException { HttpStatusCode: HttpStatusCode.Unauthorized };
}
