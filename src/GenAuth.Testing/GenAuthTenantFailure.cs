using System.Net;
using GenAuth.Models;

namespace GenAuth.Testing;

/// <summary>An error with which a <see cref="GenAuthTenant"/> responds on demand.</summary>
public sealed class GenAuthTenantFailure
{
    /// <summary>Creates an error.</summary>
    /// <param name="statusCode">The envelope's <c>statusCode</c>, for example one of <see cref="Models.StatusCode"/>; not 200.</param>
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

    /// <summary>The envelope's <c>message</c>. Default: the description of the code in the API document.</summary>
    public string? Message { get; set; }

    /// <summary>
    /// The envelope's <c>data</c>, for example the data for the next step of a sign-in: an anonymous object, a type of the SDK or a
    /// <c>JObject</c>. It is written as JSON when the failure is passed to the tenant. In a trimmed program use a type of the SDK or a <c>JObject</c>. Default: none.
    /// </summary>
    public object? Data { get; set; }

    /// <summary>The status of the HTTP response. The service uses 200, gateways use others. Default: 200.</summary>
    public HttpStatusCode HttpStatusCode { get; set; } = HttpStatusCode.OK;

    /// <summary>The <c>Retry-After</c> header, sent in whole seconds, rounded up. Default: none.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The path of the request that fails, for example <c>/api/v3/signin-by-mobile</c>. Default: any path.</summary>
    public string? Path { get; set; }

    /// <summary>Returns the codes only, because the data may be secret.</summary>
    public override string ToString() => ApiCode is { } apiCode ? $"{StatusCode}, apiCode {apiCode}" : $"{StatusCode}";
}
