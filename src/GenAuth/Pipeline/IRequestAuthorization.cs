using System.Net;

namespace GenAuth.Pipeline;

/// <summary>Authorizes the requests of a client. Called for each request after its other headers and its content are set.</summary>
internal interface IRequestAuthorization
{
    /// <summary>True if the authorization depends on the request's other headers.</summary>
    bool CoversHeaders { get; }

    /// <summary>True if the authorization depends on the members of a JSON body. Their offsets are then recorded.</summary>
    bool CoversBody { get; }

    /// <summary>Adds the authorization to a request.</summary>
    /// <param name="message">The HTTP request with the caller's headers.</param>
    /// <param name="request">The request as the operation describes it.</param>
    /// <param name="accessToken">The end user's token, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken);

    /// <summary>
    /// Decides whether the authorization caused a failure and can be renewed. If the request fails again with the new authorization, it
    /// is called with <see cref="AuthorizationFailure.IsFinal"/>. It must then discard what it has changed and return
    /// <see langword="false"/>.
    /// </summary>
    /// <param name="message">The HTTP request that was sent.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns><see langword="true"/> if the request is retried with a new authorization.</returns>
    ValueTask<bool> TryRecoverAsync(HttpRequestMessage message, AuthorizationFailure failure, CancellationToken cancellationToken);
}

/// <summary>A failed request that may be caused by its authorization.</summary>
/// <param name="Exception">The exception that is thrown if there is no further attempt.</param>
/// <param name="ServerTime">The response's <c>Date</c> header.</param>
/// <param name="IsFinal">True if the request was already sent with a renewed authorization.</param>
internal readonly record struct AuthorizationFailure(GenAuthException Exception, DateTimeOffset? ServerTime, bool IsFinal)
{
    /// <summary>The cause, or <see langword="null"/> if the body states none.</summary>
    public int? ApiCode => (Exception as GenAuthApiException)?.ApiCode?.Value;

    /// <summary>True if the body or the HTTP status is 401.</summary>
    public bool IsUnauthorized => Exception
        is GenAuthApiException { StatusCode: 401 } or GenAuthApiException { HttpStatusCode: HttpStatusCode.Unauthorized }
        or GenAuthInvalidResponseException { HttpStatusCode: HttpStatusCode.Unauthorized };
}
