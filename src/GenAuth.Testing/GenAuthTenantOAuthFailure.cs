using System.Net;

namespace GenAuth.Testing;

/// <summary>
/// An error in the form of OAuth 2.0 (<c>error</c>, <c>error_description</c>) with which a <see cref="GenAuthTenant"/> responds on demand.
/// At <c>/oidc/auth</c> and <c>/oauth/auth</c> the browser returns to the application with the error, if its address is registered.
/// </summary>
public sealed class GenAuthTenantOAuthFailure
{
    /// <summary>Creates an error.</summary>
    /// <param name="path">The path of the request that fails, for example <c>/oidc/token</c>.</param>
    /// <param name="error">The error code, for example <c>invalid_grant</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="error"/> is empty or blank.</exception>
    public GenAuthTenantOAuthFailure(string path, string error)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(error);
        (Path, Error) = (path, error);
    }

    /// <summary>The path of the request that fails.</summary>
    public string Path { get; }

    /// <summary>The error code.</summary>
    public string Error { get; }

    /// <summary>The <c>error_description</c>. Default: none.</summary>
    public string? Description { get; set; }

    /// <summary>The status of the HTTP response. Default: 400.</summary>
    public HttpStatusCode HttpStatusCode { get; set; } = HttpStatusCode.BadRequest;

    /// <summary>The <c>Retry-After</c> header, sent in whole seconds, rounded up. Default: none.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Returns path and error code.</summary>
    public override string ToString() => $"{Path}: {Error}";
}
