using System.Text.Json;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.Pipeline;
using GenAuth.Text;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>
/// The keys of the service, from its discovery document, cached. An unknown key ID loads them again before the token is refused, so
/// that tokens are valid during a key rotation; at most once in five minutes, so that forged tokens cause no load.
/// </summary>
internal sealed class ProviderKeys(OpenIdConnectSettings settings, ProtocolCalls calls)
{
    private static readonly TimeSpan MinRefreshInterval = TimeSpan.FromMinutes(5);

    /// <summary>A key that the service has withdrawn is trusted no longer than this.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Loaded? _current;

    /// <summary>Loads the keys unless they are cached.</summary>
    /// <exception cref="GenAuthException">They could not be loaded.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => GetAsync(cancellationToken);

    /// <summary>The key with an ID, or <see langword="null"/> if the service does not have it.</summary>
    /// <exception cref="GenAuthException">The keys could not be loaded.</exception>
    public async Task<RsaSecurityKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var loaded = await GetAsync(cancellationToken).ConfigureAwait(false);
        if (loaded.Keys.Find(id) is { } key)
        {
            return key;
        }

        return (await LoadAsync(loaded, MinRefreshInterval, cancellationToken).ConfigureAwait(false)).Keys.Find(id);
    }

    private async Task<Loaded> GetAsync(CancellationToken cancellationToken)
    {
        var current = _current;
        return current is not null && settings.Now - current.Time < MaxAge
            ? current
            : await LoadAsync(current, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads the keys again, unless another call has replaced <paramref name="known"/> meanwhile or it is too recent.</summary>
    private async Task<Loaded> LoadAsync(Loaded? known, TimeSpan minAge, CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var current = _current;
            if (current is not null && (current != known || settings.Now - current.Time < minAge))
            {
                return current;
            }

            var path = await GetKeySetPathAsync(cancellationToken).ConfigureAwait(false);
            var keySet = await calls.GetAsync<JsonElement>(
                "getSigningKeys", path, static (operation, response) => ProtocolResponse.ReadObject(operation, response, "keys", []), cancellationToken).ConfigureAwait(false);
            return _current = new Loaded(SigningKeys.Parse(keySet), settings.Now);
        }
        finally
        {
            _loading.Release();
        }
    }

    private Task<string> GetKeySetPathAsync(CancellationToken cancellationToken) =>
        calls.GetAsync<string>("getDiscoveryDocument", settings.GetPath(".well-known/openid-configuration"), ReadKeySetPath, cancellationToken);

    /// <summary>The path of <c>jwks_uri</c>. It has to be on the host of the client, because whoever serves the keys can sign tokens.</summary>
    private object ReadKeySetPath(string operation, ApiResponse response)
    {
        var document = ProtocolResponse.ReadObject(operation, response, "issuer", []);
        var issuer = GetText(document, "issuer");
        if (issuer != settings.Issuer)
        {
            throw response.CreateException(operation, GenAuthResponseProblem.WrongType,
                $"the issuer in it is \"{TextSanitizer.ToSingleLine(issuer ?? string.Empty)}\", but \"{TextSanitizer.ToSingleLine(settings.Issuer)}\" is expected. If the application has another address, set AppHost to it; if the issuer is right, set Issuer in the client's options.");
        }

        return Uri.TryCreate(GetText(document, "jwks_uri"), UriKind.Absolute, out var address)
            && address.GetLeftPart(UriPartial.Authority) == settings.Transport.Origin && address.Query.Length == 0
            ? address.AbsolutePath
            : throw response.CreateException(operation, GenAuthResponseProblem.WrongType,
                $"its jwks_uri is not an address on {settings.Transport.Origin}. Set AppHost to the address under which the service publishes its keys.");
    }

    private static string? GetText(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Loaded(SigningKeys Keys, DateTimeOffset Time);
}
