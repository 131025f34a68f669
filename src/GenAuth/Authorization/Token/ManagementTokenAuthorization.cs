using System.Net.Http.Headers;
using GenAuth.Pipeline;
using GenAuth.Settings;

namespace GenAuth.Authorization.Token;

/// <summary>Exchanges the access key for a management token and sends it with each request.</summary>
internal sealed class ManagementTokenAuthorization : IRequestAuthorization
{
    private readonly ManagementSettings _settings;
    private readonly CallExecutor _calls;
    private readonly SharedTokenCache? _cache;
    private readonly ManagementTokens _tokens;

    public ManagementTokenAuthorization(ManagementSettings settings, Func<HttpMessageInvoker> sender)
    {
        _settings = settings;
        _calls = new CallExecutor(sender, settings.Transport, new NoAuthorization());
        _cache = SharedTokenCache.Create(settings);
        _tokens = new ManagementTokens(settings.TimeProvider, ObtainAsync);
    }

    /// <summary>The user pool header is added only if the request has none yet.</summary>
    public bool CoversHeaders => true;

    public bool CoversBody => false;

    public async Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        var userPoolHeader = _settings.Transport.HeaderPrefix + "userpool-id";
        if (token.UserPoolId is { } userPoolId && !message.Headers.Contains(userPoolHeader))
        {
            message.Headers.TryAddWithoutValidation(userPoolHeader, userPoolId);
        }
    }

    /// <summary>A refused token is replaced once: it may have been revoked, or issued before the service was restarted.</summary>
    public bool TryRecover(HttpRequestMessage message, AuthorizationFailure failure)
    {
        if (!failure.IsUnauthorized || failure.IsFinal)
        {
            return false;
        }

        _tokens.Drop(message.Headers.Authorization!.Parameter!);
        return true;
    }

    private async Task<ManagementToken> ObtainAsync(string? refused)
    {
        if (_cache is null)
        {
            return await RequestAsync().ConfigureAwait(false);
        }

        if (await _cache.ReadAsync().ConfigureAwait(false) is { } shared
            && shared.Value != refused && _settings.TimeProvider.GetUtcNow() < shared.Renewal)
        {
            return shared;
        }

        var token = await RequestAsync().ConfigureAwait(false);
        await _cache.WriteAsync(token).ConfigureAwait(false);
        return token;
    }

    private async Task<ManagementToken> RequestAsync()
    {
        var requested = _settings.TimeProvider.GetUtcNow();
        var request = new ApiRequest("Management_getManagementToken", HttpMethod.Post, "/api/v3/get-management-token")
        {
            // A second token does not invalidate the first.
            RetrySafety = RetrySafety.Read,
            Body = new Dictionary<string, string>
            {
                ["accessKeyId"] = _settings.AccessKeyId,
                ["accessKeySecret"] = _settings.AccessKeySecret,
            },
        };
        var response = await _calls.ExecuteAsync<ManagementTokenResponse>(request, requestOptions: null, CancellationToken.None).ConfigureAwait(false);
        return new ManagementToken(response.Data.AccessToken, requested, requested + response.Data.Life);
    }

    /// <summary>The exchange itself is the only call without authorization.</summary>
    private sealed class NoAuthorization : IRequestAuthorization
    {
        public bool CoversHeaders => false;

        public bool CoversBody => false;

        public Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public bool TryRecover(HttpRequestMessage message, AuthorizationFailure failure) => false;
    }
}
