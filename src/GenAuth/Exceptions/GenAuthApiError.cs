using System.Net;
using GenAuth.Models;

namespace GenAuth;

/// <summary>What the service said when it refused a call. Fill one to make an exception for a test of your own.</summary>
public sealed class GenAuthApiError
{
    /// <summary>The operation that was refused: its identifier in the API document, or verb and path.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>The envelope's <c>statusCode</c>, or the HTTP status when the answer had none.</summary>
    public int StatusCode { get; set; }

    /// <summary>The envelope's <c>apiCode</c>, or <see langword="null"/> when the service sent none.</summary>
    public ApiCode? ApiCode { get; set; }

    /// <summary>The service's own text, in the language of the request.</summary>
    public string? Message { get; set; }

    /// <summary>The service's identifier of the request, from the body or the <c>x-request-id</c> header.</summary>
    public string? RequestId { get; set; }

    /// <summary>The status of the HTTP response; 200 for most refusals.</summary>
    public HttpStatusCode HttpStatusCode { get; set; } = HttpStatusCode.OK;

    /// <summary>How long to wait before another attempt, from the <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The envelope's <c>data</c> as JSON text. It may hold tokens or personal data: do not log it.</summary>
    public string? ErrorData { get; set; }

    /// <summary>HTTP status, headers and what is read from them. A call sets it by itself.</summary>
    public GenAuthResponseInfo? Response { get; set; }

    /// <summary>The type's name only: the values may be secret.</summary>
    public override string ToString() => nameof(GenAuthApiError);
}
