using System.Text.Json;
using GenAuth.Authorization;
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
    private static readonly TimeSpan MinInterval = TimeSpan.FromMinutes(5);

    /// <summary>A key that the service has withdrawn is trusted no longer than this while the service can be reached.</summary>
    private static readonly TimeSpan RefreshAge = TimeSpan.FromHours(12);

    /// <summary>Known keys are trusted no longer than this while the service cannot be reached.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    private readonly object _lock = new();
    private volatile Loaded? _current;
    private Task<Loaded>? _loading;

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

        return settings.Now - loaded.Checked < MinInterval ? null : (await LoadOrWaitAsync(loaded, cancellationToken).ConfigureAwait(false)).Keys.Find(id);
    }

    /// <summary>Reads the discovery document and the keys, without the cache and without an effect on it.</summary>
    /// <returns>The number of keys that can be used.</returns>
    /// <exception cref="GenAuthException">One of them could not be read, or is not valid.</exception>
    public async Task<int> ProbeAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken).ConfigureAwait(false)).Count;

    private Task<Loaded> GetAsync(CancellationToken cancellationToken)
    {
        var current = _current;
        return current is not null && IsUsable(current) ? Task.FromResult(current) : LoadOrWaitAsync(current, cancellationToken);
    }

    private bool IsUsable(Loaded loaded)
    {
        var now = settings.Now;
        return now - loaded.Time < RefreshAge || (now - loaded.Time < MaxAge && now - loaded.Checked < MinInterval);
    }

    /// <summary>Loads the keys again, unless <paramref name="known"/> was replaced meanwhile. All callers share one load, so none of them can cancel it.</summary>
    private Task<Loaded> LoadOrWaitAsync(Loaded? known, CancellationToken cancellationToken)
    {
        Task<Loaded> loading;
        lock (_lock)
        {
            if (_current is { } current && !ReferenceEquals(current, known))
            {
                return Task.FromResult(current);
            }

            loading = _loading ??= Task.Run(() => LoadAsync(known), CancellationToken.None);
        }

        return Waiting.ForAsync(loading, cancellationToken);
    }

    private async Task<Loaded> LoadAsync(Loaded? known)
    {
        try
        {
            var keys = await ReadAsync(CancellationToken.None).ConfigureAwait(false);
            return Use(new Loaded(keys, settings.Now, settings.Now));
        }
        catch (GenAuthException) when (known is not null && settings.Now - known.Time < MaxAge)
        {
            // The failed call is logged. The known keys bridge the outage.
            return Use(known with { Checked = settings.Now });
        }
        finally
        {
            lock (_lock)
            {
                _loading = null;
            }
        }
    }

    private Loaded Use(Loaded loaded)
    {
        lock (_lock)
        {
            return _current = loaded;
        }
    }

    private async Task<SigningKeys> ReadAsync(CancellationToken cancellationToken)
    {
        var path = await calls.GetAsync<string>(
            "getDiscoveryDocument", settings.GetPath(".well-known/openid-configuration"), ReadKeySetPath, cancellationToken).ConfigureAwait(false);
        var keySet = await calls.GetAsync<JsonElement>(
            "getSigningKeys", path, static (operation, response) => ProtocolResponse.ReadObject(operation, response, "keys", []), cancellationToken).ConfigureAwait(false);
        return SigningKeys.Parse(keySet);
    }

    /// <summary>The path of <c>jwks_uri</c>. It has to be on the host of the client, because the server of the keys can sign tokens.</summary>
    private object ReadKeySetPath(string operation, ApiResponse response)
    {
        var document = ProtocolResponse.ReadObject(operation, response, "issuer", []);
        var issuer = document.GetText("issuer");
        if (issuer != settings.Issuer)
        {
            throw response.CreateException(operation, GenAuthResponseProblem.WrongType,
                $"the issuer in it is \"{TextSanitizer.ToSingleLine(issuer ?? string.Empty)}\", but \"{TextSanitizer.ToSingleLine(settings.Issuer)}\" is expected. If the application has another address, set AppHost to it; if the issuer is right, set Issuer in the client's options.");
        }

        return Uri.TryCreate(document.GetText("jwks_uri"), UriKind.Absolute, out var address)
            && address.GetLeftPart(UriPartial.Authority) == settings.Transport.Origin && address.Query.Length == 0
            ? address.AbsolutePath
            : throw response.CreateException(operation, GenAuthResponseProblem.WrongType,
                $"its jwks_uri is not an address on {settings.Transport.Origin}. Set AppHost to the address under which the service publishes its keys.");
    }

    /// <param name="Keys">The keys.</param>
    /// <param name="Time">When they were loaded.</param>
    /// <param name="Checked">When they were last requested, also in vain.</param>
    private sealed record Loaded(SigningKeys Keys, DateTimeOffset Time, DateTimeOffset Checked);
}
