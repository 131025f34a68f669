using System.Net;
using GenAuth.Models;

namespace GenAuth;

/// <summary>The error that a response of the service states. Tests can create one and pass it to <see cref="GenAuthApiException.Create"/>.</summary>
public sealed class GenAuthApiError
{
    /// <summary>The failed operation: its identifier in the API document, or verb and path.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>The <c>statusCode</c> of the response's body, or the HTTP status if the body has none.</summary>
    public int StatusCode { get; set; }

    /// <summary>The <c>apiCode</c> of the response's body, or <see langword="null"/> if it has none.</summary>
    public ApiCode? ApiCode { get; set; }

    /// <summary>The service's error message, in the language of the request.</summary>
    public string? Message { get; set; }

    /// <summary>The service's identifier of the request, from the body or the <c>x-request-id</c> header.</summary>
    public string? RequestId { get; set; }

    /// <summary>The status of the HTTP response. It is 200 for most errors.</summary>
    public HttpStatusCode HttpStatusCode { get; set; } = HttpStatusCode.OK;

    /// <summary>The delay before a retry, from the <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The <c>data</c> of the response's body as JSON text. It may contain tokens or personal data: do not log it.</summary>
    public string? ErrorData { get; set; }

    /// <summary>Status and headers of the HTTP response. Set by the client for errors of its calls.</summary>
    public GenAuthResponseInfo? Response { get; set; }

    /// <summary>Returns the type's name only, because the values may be secret.</summary>
    public override string ToString() => nameof(GenAuthApiError);
}
