using System.Net;
using GenAuth.Responses;

namespace GenAuth;

/// <summary>
/// What surrounded an answer of the service: HTTP status, headers and what is read from them. A copy, which stays as it is;
/// safe to share between threads.
/// </summary>
public sealed class GenAuthResponseInfo
{
    /// <summary>Copies what surrounds an answer, as a call does. Make one for a test of your own.</summary>
    /// <param name="answer">The answer; its body is not read, and it stays yours.</param>
    /// <param name="requestId">The identifier of the request in the body; <see langword="null"/> takes the <c>x-request-id</c> header's.</param>
    /// <param name="attempts">How many requests were sent until the answer arrived.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is <see langword="null"/>.</exception>
    public GenAuthResponseInfo(HttpResponseMessage answer, string? requestId = null, int attempts = 1)
    {
        Throw.IfNull(answer, nameof(answer));
        HttpStatusCode = answer.StatusCode;
        Headers = ResponseHeaders.Copy(answer);
        RequestId = requestId ?? ResponseHeaders.RequestId(answer);
        RetryAfter = ResponseHeaders.RetryAfter(answer);
        RateLimit = RateLimitHeaders.Read(answer);
        Attempts = attempts;
    }

    /// <summary>The status of the HTTP response; 200 for most refusals too.</summary>
    public HttpStatusCode HttpStatusCode { get; }

    /// <summary>
    /// All headers with their values, those of the content included. Names are found without regard to case. The values may be
    /// secret, for example those of <c>Set-Cookie</c>: pick what you need, do not log them all.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The service's identifier of the request, from the body or else the <c>x-request-id</c> header; quote it when you ask for support.</summary>
    public string? RequestId { get; }

    /// <summary>How many requests are still allowed, or <see langword="null"/> when the answer does not say.</summary>
    public GenAuthRateLimit? RateLimit { get; }

    /// <summary>How long to wait before another attempt, from the <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// How many requests the call had sent when the answer arrived: the answered one, and before it all repetitions, followed
    /// redirects and attempts with a better proof. A request for a management token is none of them.
    /// </summary>
    public int Attempts { get; }

    /// <summary>The type's name only: the headers may be secret.</summary>
    public override string ToString() => nameof(GenAuthResponseInfo);
}
