using System.Net;
using GenAuth.Responses;

namespace GenAuth;

/// <summary>
/// The metadata of an HTTP response: status, headers, and the values that are read from them. It is an immutable copy, and safe for
/// use by several threads.
/// </summary>
public sealed class GenAuthResponseInfo
{
    /// <summary>Copies the metadata of a response. Public, so that tests can use it.</summary>
    /// <param name="response">The response. Its body is not read, and it is not disposed.</param>
    /// <param name="requestId">The identifier of the request in the body; <see langword="null"/> uses the <c>x-request-id</c> header.</param>
    /// <param name="attempts">The number of requests that the call had sent when it received the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is <see langword="null"/>.</exception>
    public GenAuthResponseInfo(HttpResponseMessage response, string? requestId = null, int attempts = 1)
    {
        Throw.IfNull(response, nameof(response));
        HttpStatusCode = response.StatusCode;
        Headers = ResponseHeaders.Copy(response);
        RequestId = requestId ?? ResponseHeaders.GetRequestId(response);
        RetryAfter = ResponseHeaders.GetRetryAfter(response);
        RateLimit = RateLimitHeaders.Parse(response);
        Attempts = attempts;
    }

    /// <summary>The status of the HTTP response. It is 200 for most errors too.</summary>
    public HttpStatusCode HttpStatusCode { get; }

    /// <summary>
    /// All headers, including those of the content. Names are case-insensitive. The values may be secret, for example those of
    /// <c>Set-Cookie</c>: log only the headers that you need.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The service's identifier of the request, from the body or the <c>x-request-id</c> header. Quote it in requests for support.</summary>
    public string? RequestId { get; }

    /// <summary>The rate limit, or <see langword="null"/> if the response does not state one.</summary>
    public GenAuthRateLimit? RateLimit { get; }

    /// <summary>The delay before a retry, from the <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// The number of requests that the call had sent: the first one, retries, followed redirects, and requests with a renewed
    /// authorization. Requests for a management token are not counted.
    /// </summary>
    public int Attempts { get; }

    /// <summary>Returns the type's name only, because the headers may be secret.</summary>
    public override string ToString() => nameof(GenAuthResponseInfo);
}
