using System.Globalization;
using System.Net;
using GenAuth.Text;

namespace GenAuth;

/// <summary>
/// An answer arrived that the API does not give: HTML from a gateway, nothing, broken JSON, a member of another type, too
/// much, or a redirect. <see cref="Problem"/> says which; the call may or may not have taken effect.
/// </summary>
public sealed class GenAuthInvalidResponseException : GenAuthException
{
    internal GenAuthInvalidResponseException(string operation, GenAuthResponseProblem problem, string explanation, GenAuthResponseFacts facts)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "{0} got an answer that is none of the API's (HTTP {1}, {2}{3}): {4}",
                operation,
                (int)facts.HttpStatusCode,
                facts.ContentType is null ? "no content type" : MessageText.SingleLine(facts.ContentType),
                facts.RequestId is null ? string.Empty : ", requestId " + MessageText.SingleLine(facts.RequestId),
                explanation),
            operation)
    {
        Problem = problem;
        HttpStatusCode = facts.HttpStatusCode;
        ContentType = facts.ContentType;
        RetryAfter = facts.RetryAfter;
        RequestId = facts.RequestId;
        BodyPreview = facts.BodyPreview;
    }

    /// <summary>What is wrong with the answer.</summary>
    public GenAuthResponseProblem Problem { get; }

    /// <summary>The status of the HTTP response.</summary>
    public HttpStatusCode HttpStatusCode { get; }

    /// <summary>The response's media type, or <see langword="null"/> when it named none.</summary>
    public string? ContentType { get; }

    /// <summary>How long to wait before another attempt, from the <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The identifier of the request, from the body or the <c>x-request-id</c> header.</summary>
    public string? RequestId { get; }

    /// <summary>The beginning of the body, at most 4,096 bytes as text. It may hold personal data: look at it, do not log it.</summary>
    public string BodyPreview { get; }
}

/// <summary>What is known of an answer that could not be used.</summary>
internal sealed record GenAuthResponseFacts(
    HttpStatusCode HttpStatusCode, string? ContentType, TimeSpan? RetryAfter, string? RequestId, string BodyPreview);
