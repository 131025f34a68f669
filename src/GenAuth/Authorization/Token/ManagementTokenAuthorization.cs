using System.Net.Http.Headers;
using GenAuth.Pipeline;
using GenAuth.Settings;

namespace GenAuth.Authorization.Token;

/// <summary>Exchanges the access key for a management token and sends it with each request.</summary>
internal sealed class ManagementTokenAuthorization : IRequestAuthorization
{
    private const string Operation = "Management_getManagementToken";

    private readonly ManagementSettings _settings;
    private readonly CallExecutor _calls;
    private readonly ManagementTokens _tokens;

    /// <summary>The shared cache for the key in use. One renewal runs at a time, so one thread uses it.</summary>
    private (AccessKey Key, SharedTokenCache? Cache)? _shared;

    public ManagementTokenAuthorization(ManagementSettings settings, Func<HttpMessageInvoker> sender)
    {
        _settings = settings;

        // The exchange itself is the only call without authorization.
        var context = new CallContext(sender, settings.Transport, new FixedAuthorization(header: null));
        _calls = new CallExecutor(() => context);
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
    public ValueTask<bool> TryRecoverAsync(HttpRequestMessage message, AuthorizationFailure failure, CancellationToken cancellationToken)
    {
        if (!failure.IsUnauthorized || failure.IsFinal)
        {
            return new(false);
        }

        _tokens.Drop(message.Headers.Authorization!.Parameter!);
        return new(true);
    }

    private async Task<ManagementToken> ObtainAsync(string? refused)
    {
        if (_settings.AccessKeyProvider is not { } provider)
        {
            return await ObtainAsync(_settings.AccessKey!, refused).ConfigureAwait(false);
        }

        var key = await GetKeyAsync(provider).ConfigureAwait(false);
        try
        {
            return await ObtainAsync(key, refused).ConfigureAwait(false);
        }
        catch (GenAuthException exception) when (new AuthorizationFailure(exception, ServerTime: null, IsFinal: false).IsUnauthorized)
        {
            // The key was replaced in the meantime, unless the provider returns it again.
            var next = await GetKeyAsync(provider).ConfigureAwait(false);
            if (next.IsSame(key))
            {
                throw;
            }

            return await ObtainAsync(next, refused).ConfigureAwait(false);
        }
    }

    private Task<AccessKey> GetKeyAsync(IAccessKeyProvider provider) => CredentialProviders.WithinTimeoutAsync(
        _settings.Transport, Operation, cancellationToken => provider.GetKeyAsync(Operation, cancellationToken), CancellationToken.None);

    private async Task<ManagementToken> ObtainAsync(AccessKey key, string? refused)
    {
        if (_shared is null || !_shared.Value.Key.IsSame(key))
        {
            _shared = (key, SharedTokenCache.Create(_settings, key));
        }

        if (_shared.Value.Cache is not { } cache)
        {
            return await RequestAsync(key).ConfigureAwait(false);
        }

        if (await cache.ReadAsync().ConfigureAwait(false) is { } shared
            && shared.Value != refused && _settings.TimeProvider.GetUtcNow() < shared.Renewal)
        {
            return shared;
        }

        var token = await RequestAsync(key).ConfigureAwait(false);
        await cache.WriteAsync(token).ConfigureAwait(false);
        return token;
    }

    private async Task<ManagementToken> RequestAsync(AccessKey key)
    {
        var requested = _settings.TimeProvider.GetUtcNow();
        var request = new ApiRequest(Operation, HttpMethod.Post, "/api/v3/get-management-token")
        {
            // A second token does not invalidate the first.
            RetrySafety = RetrySafety.Read,
            Body = new Dictionary<string, string>
            {
                ["accessKeyId"] = key.Id,
                ["accessKeySecret"] = key.Secret,
            },
        };
        var response = await _calls.ExecuteAsync<ManagementTokenResponse>(request, requestOptions: null, CancellationToken.None).ConfigureAwait(false);
        return new ManagementToken(response.Data.AccessToken, requested, requested + response.Data.Life);
    }
}
