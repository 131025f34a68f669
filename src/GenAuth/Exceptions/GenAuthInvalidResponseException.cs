using System.Globalization;
using System.Net;
using GenAuth.Text;

namespace GenAuth;

/// <summary>
/// The response is not a valid response of the API: HTML of a gateway, an empty body, malformed JSON, a value of another type, too
/// large, or a redirect. <see cref="Problem"/> states the kind. The call may have taken effect.
/// </summary>
public sealed class GenAuthInvalidResponseException : GenAuthException
{
    internal GenAuthInvalidResponseException(string operation, GenAuthResponseProblem problem, string explanation, InvalidResponseDetails details)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "{0} received a response that is not valid for the API (HTTP {1}, {2}{3}): {4}",
                operation,
                (int)details.HttpStatusCode,
                details.ContentType is null ? "no content type" : TextSanitizer.ToSingleLine(details.ContentType),
                details.RequestId is null ? string.Empty : ", requestId " + TextSanitizer.ToSingleLine(details.RequestId),
                explanation),
            operation)
    {
        Problem = problem;
        HttpStatusCode = details.HttpStatusCode;
        ContentType = details.ContentType;
        RetryAfter = details.RetryAfter;
        RequestId = details.RequestId;
        BodyPreview = details.BodyPreview;
    }

    /// <summary>Why the response is not valid.</summary>
    public GenAuthResponseProblem Problem { get; }

    /// <summary>The status of the HTTP response.</summary>
    public HttpStatusCode HttpStatusCode { get; }

    /// <summary>The response's media type, or <see langword="null"/> if it has none.</summary>
    public string? ContentType { get; }

    /// <summary>The delay before a retry, from the <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The service's identifier of the request, from the body or the <c>x-request-id</c> header.</summary>
    public string? RequestId { get; }

    /// <summary>The beginning of the body as text, at most 4,096 bytes. It may contain personal data: do not log it.</summary>
    public string BodyPreview { get; }
}

/// <summary>The values of a response that the exception shows.</summary>
internal sealed record InvalidResponseDetails(
    HttpStatusCode HttpStatusCode, string? ContentType, TimeSpan? RetryAfter, string? RequestId, string BodyPreview);
