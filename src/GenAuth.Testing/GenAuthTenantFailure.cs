using System.Net;
using GenAuth.Models;

namespace GenAuth.Testing;

/// <summary>A refusal that a <see cref="GenAuthTenant"/> gives instead of its own answer.</summary>
public sealed class GenAuthTenantFailure
{
    /// <summary>Describes a refusal.</summary>
    /// <param name="statusCode">The envelope's <c>statusCode</c>; anything but 200, for example one of <see cref="Models.StatusCode"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is 200, which means success.</exception>
    public GenAuthTenantFailure(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(statusCode, 200);
        StatusCode = statusCode;
    }

    /// <summary>The envelope's <c>statusCode</c>.</summary>
    public int StatusCode { get; }

    /// <summary>The envelope's <c>apiCode</c>. Default: none.</summary>
    public ApiCode? ApiCode { get; set; }

    /// <summary>The envelope's <c>message</c>. Default: what the API document says about the code.</summary>
    public string? Message { get; set; }

    /// <summary>
    /// The envelope's <c>data</c>, for example what a continuation needs: an anonymous object, a model of the SDK or a
    /// <c>JObject</c>. Turned into JSON when the failure is handed over. Default: none.
    /// </summary>
    public object? Data { get; set; }

    /// <summary>The status of the HTTP response, which the service leaves at 200 and a gateway does not. Default: 200.</summary>
    public HttpStatusCode HttpStatusCode { get; set; } = HttpStatusCode.OK;

    /// <summary>The <c>Retry-After</c> header, sent in whole seconds, rounded up. Default: none.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The path that the failure waits for, for example <c>/api/v3/signin-by-mobile</c>. Default: any.</summary>
    public string? Path { get; set; }

    /// <summary>The codes only: the data may be secret.</summary>
    public override string ToString() => ApiCode is { } apiCode ? $"{StatusCode}, apiCode {apiCode}" : $"{StatusCode}";
}
