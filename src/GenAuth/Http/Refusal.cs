using System.Net;

namespace GenAuth.Http;

/// <summary>What of a refused attempt concerns its authorization.</summary>
/// <param name="StatusCode">The outcome in the body, or the HTTP status when the answer is none of the API's.</param>
/// <param name="ApiCode">The cause, where the body names one.</param>
/// <param name="ServerTime">The answer's <c>Date</c> header.</param>
internal readonly record struct Refusal(int StatusCode, int? ApiCode, DateTimeOffset? ServerTime)
{
    /// <summary>The service does not accept the proof, whichever of body and HTTP status says so.</summary>
    public bool IsUnauthorized { get; private init; }

    /// <summary>What the caller gets when the request is not retried, if the service refused in its own words.</summary>
    public GenAuthApiException? Exception { get; private init; }

    /// <summary>Whether the request was already retried with a new proof, and so is not retried again.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The refusal behind an exception, or <see langword="null"/> when it tells of something else.</summary>
    public static Refusal? Of(GenAuthException exception, HttpResponseMessage answer)
    {
        (int StatusCode, int? ApiCode, HttpStatusCode HttpStatusCode)? facts = exception switch
        {
            GenAuthApiException refused => (refused.StatusCode, refused.ApiCode?.Value, refused.HttpStatusCode),
            GenAuthResponseException strange => ((int)strange.HttpStatusCode, null, strange.HttpStatusCode),
            _ => null,
        };
        return facts is { } known
            ? new Refusal(known.StatusCode, known.ApiCode, answer.Headers.Date)
            {
                Exception = exception as GenAuthApiException,
                IsUnauthorized = known.StatusCode == 401 || known.HttpStatusCode == HttpStatusCode.Unauthorized,
            }
            : null;
    }
}
