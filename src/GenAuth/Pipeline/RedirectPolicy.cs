namespace GenAuth.Pipeline;

/// <summary>
/// Decides which redirects are followed: only those to the same host, because tokens must not be sent to others, and only for requests
/// that may be retried.
/// </summary>
internal static class RedirectPolicy
{
    private const int MaxRedirects = 3;

    /// <summary>The redirected request, or <see langword="null"/> if the response is not a redirect or must not be followed.</summary>
    /// <param name="request">The request that was sent.</param>
    /// <param name="address">The address of the request.</param>
    /// <param name="response">The response.</param>
    /// <param name="host">The host of the client.</param>
    public static ApiRequest? Follow(ApiRequest request, Uri address, HttpResponseMessage response, Uri host) =>
        IsAllowed((int)response.StatusCode, request) && request.Redirects < MaxRedirects && response.Headers.Location is { } location
        && Uri.TryCreate(address, location, out var target) && IsWithin(host, target) && target.AbsoluteUri.Length <= ApiRequest.MaxAddressLength
            ? request.ForRedirect(target)
            : null;

    /// <summary>GET follows every redirect. Other requests follow only those that preserve verb and body, if they are safe to retry.</summary>
    private static bool IsAllowed(int status, ApiRequest request) => status switch
    {
        301 or 302 or 303 => IsGetOrHead(request.Method),
        307 or 308 => IsGetOrHead(request.Method) || request.RetrySafety != RetrySafety.Never,
        _ => false,
    };

    private static bool IsGetOrHead(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static bool IsWithin(Uri host, Uri target) =>
        target.Scheme == host.Scheme && target.IdnHost == host.IdnHost && target.Port == host.Port && target.UserInfo.Length == 0;
}
