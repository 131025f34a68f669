namespace GenAuth.Pipeline;

/// <summary>
/// Which redirects are followed: those within the host, since a token is meant for that host alone, and of requests that may be
/// sent again.
/// </summary>
internal static class RedirectPolicy
{
    private const int MaxRedirects = 3;

    /// <summary>The request that a response redirects to, or <see langword="null"/> when there is none that is followed.</summary>
    /// <param name="request">The request that was sent.</param>
    /// <param name="address">Its address.</param>
    /// <param name="response">The response to it.</param>
    /// <param name="host">The one host that gets requests.</param>
    public static ApiRequest? Follow(ApiRequest request, Uri address, HttpResponseMessage response, Uri host) =>
        IsAllowed((int)response.StatusCode, request) && request.Redirects < MaxRedirects && response.Headers.Location is { } location
        && Uri.TryCreate(address, location, out var target) && IsWithin(host, target) && target.AbsoluteUri.Length <= ApiRequest.LongestAddress
            ? request.RedirectedTo(target)
            : null;

    /// <summary>A GET follows every redirect. Other requests follow only those that keep verb and body, if they are safe to retry.</summary>
    private static bool IsAllowed(int status, ApiRequest request) => status switch
    {
        301 or 302 or 303 => IsPlainRead(request.Method),
        307 or 308 => IsPlainRead(request.Method) || request.RetrySafety != RetrySafety.Never,
        _ => false,
    };

    private static bool IsPlainRead(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static bool IsWithin(Uri host, Uri target) =>
        target.Scheme == host.Scheme && target.IdnHost == host.IdnHost && target.Port == host.Port && target.UserInfo.Length == 0;
}
