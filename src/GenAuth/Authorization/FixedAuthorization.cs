using System.Net.Http.Headers;
using GenAuth.Pipeline;

namespace GenAuth.Authorization;

/// <summary>One <c>Authorization</c> header, or none. It is never renewed: a second request could use up a one-time code again.</summary>
internal sealed class FixedAuthorization(AuthenticationHeaderValue? header) : IRequestAuthorization
{
    public bool CoversHeaders => false;

    public bool CoversBody => false;

    public Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken)
    {
        message.Headers.Authorization = header;
        return Task.CompletedTask;
    }

    public ValueTask<bool> TryRecoverAsync(HttpRequestMessage message, AuthorizationFailure failure, CancellationToken cancellationToken) => new(false);
}
