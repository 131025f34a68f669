namespace GenAuth.Http;

/// <summary>
/// Which redirects are followed: those that stay with the host, since a token is meant for that alone, and that ask for
/// nothing that may be done only once.
/// </summary>
internal static class Redirect
{
    private const int Most = 3;

    /// <summary>The request that an answer asks for instead, or <see langword="null"/> when it asks for none that is made.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="address">Where it was.</param>
    /// <param name="answer">What the server said.</param>
    /// <param name="host">The one host that is asked.</param>
    public static ApiRequest? Next(ApiRequest request, Uri address, HttpResponseMessage answer, Uri host) =>
        IsMeant((int)answer.StatusCode, request) && request.Redirects < Most && answer.Headers.Location is { } location
        && Uri.TryCreate(address, location, out var target) && IsWithin(host, target) && target.AbsoluteUri.Length <= ApiRequest.LongestAddress
            ? request.RedirectedTo(target)
            : null;

    /// <summary>A read goes wherever it is sent. Anything else only where verb and body are kept, and it does no harm a second time.</summary>
    private static bool IsMeant(int status, ApiRequest request) => status switch
    {
        301 or 302 or 303 => IsPlainRead(request.Method),
        307 or 308 => IsPlainRead(request.Method) || request.Repeatability != Repeatability.Never,
        _ => false,
    };

    private static bool IsPlainRead(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static bool IsWithin(Uri host, Uri target) =>
        target.Scheme == host.Scheme && target.IdnHost == host.IdnHost && target.Port == host.Port && target.UserInfo.Length == 0;
}
