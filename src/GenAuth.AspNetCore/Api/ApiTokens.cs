using System.Security.Claims;
using GenAuth.AspNetCore.Client;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Tokens;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.OpenIdConnect.Validation;
using GenAuth.Pipeline;
using GenAuth.Settings;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GenAuth.AspNetCore.Api;

/// <summary>Validates the access tokens that are sent to an API. One for each scheme; it uses changed options from the next token on.</summary>
internal sealed class ApiTokens
{
    private const string Operation = "validateAccessToken";
    private const string ScopeClaim = "scope";

    private readonly Replaceable<Parts> _parts;

    /// <exception cref="ArgumentException">A setting is missing or invalid.</exception>
    public ApiTokens(GenAuthApiOptions options, Func<HttpMessageInvoker> sender) => _parts = new(new Parts(options, sender));

    public TransportSettings Transport => _parts.Value.Settings.Transport;

    public GenAuthApiOptions Options => _parts.Value.Options;

    /// <summary>Validates a token: signature, kind, issuer, recipient and lifetime.</summary>
    /// <exception cref="GenAuthTokenException">The token is refused.</exception>
    /// <exception cref="GenAuthException">The keys or the secret could not be loaded, so that the token cannot be judged.</exception>
    public async Task<(JsonWebToken Token, ClaimsIdentity Identity)> ValidateAsync(string token, string authenticationType, CancellationToken cancellationToken)
    {
        var parts = _parts.Value;
        var (signed, claims) = await parts.Validator.ValidateApiTokenAsync(Operation, token, parts.AccessAccounts, cancellationToken).ConfigureAwait(false);
        var identity = new ClaimsIdentity(CreateClaims(claims), authenticationType, parts.Options.NameClaimType, parts.Options.RoleClaimType) { BootstrapContext = token };
        return (signed.Token, identity);
    }

    /// <summary>Asks the service whether a token is still active.</summary>
    /// <exception cref="GenAuthException">The service could not be asked.</exception>
    public async Task<bool> IsActiveAsync(string token, CancellationToken cancellationToken)
    {
        var parts = _parts.Value;
        var response = await parts.Queries.IntrospectAsync(token, TokenKind.AccessToken, parts.Options.StrictIntrospection, cancellationToken).ConfigureAwait(false);
        return response.IsActive;
    }

    /// <summary>A client of the application, which acts for the user of a token.</summary>
    public IAuthenticationClient CreateUserClient(string token) => _parts.Value.Client.WithAccessToken(token);

    /// <summary>Reads the discovery document and the keys, without the cache.</summary>
    /// <returns>The number of keys for RS256.</returns>
    /// <exception cref="GenAuthException">They could not be read.</exception>
    public Task<int> ProbeAsync(CancellationToken cancellationToken) => _parts.Value.Keys.ProbeAsync(cancellationToken);

    /// <summary>The refusal of a token that the service no longer regards as active.</summary>
    public static GenAuthTokenException CreateNotActive() => new(Operation, TokenProblem.NotActive, "the service says that it is no longer active: it was revoked, or its user or application was locked.");

    /// <summary>Uses other settings for the tokens that are validated from now on.</summary>
    /// <returns>Why they cannot be used while the program runs, or <see langword="null"/>.</returns>
    public string? TryUse(GenAuthApiOptions options)
    {
        var current = _parts.Value;
        var next = new Parts(options, current.Calls.GetInvoker);
        if (Transport.ChangeProblem(next.Settings.Transport) is { } problem)
        {
            return problem;
        }

        _parts.Value = next;
        return null;
    }

    /// <summary>One claim for each scope, so that the framework's <c>RequireClaim</c> finds a scope among several.</summary>
    private static List<Claim> CreateClaims(ValidatedToken token)
    {
        var claims = token.CreateClaims();
        if (claims.Find(static claim => claim.Type == ScopeClaim) is { } all && all.Value.Contains(' '))
        {
            claims.Remove(all);
            claims.AddRange(all.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => new Claim(ScopeClaim, scope, all.ValueType, all.Issuer)));
        }

        return claims;
    }

    /// <summary>The settings and what depends on them. They change together; cached keys of other settings are not used.</summary>
    private sealed class Parts
    {
        private readonly Lazy<AuthenticationClient> _client;

        public Parts(GenAuthApiOptions options, Func<HttpMessageInvoker> sender)
        {
            Options = options;
            Settings = OpenIdConnectSettings.From(options);
            Calls = new ProtocolCalls(sender, Settings.Transport);
            Keys = new ProviderKeys(Settings, Calls);
            Validator = new TokenValidator(Settings, Keys);
            Queries = new TokenQueries(Settings, Calls);
            AccessAccounts = options.AccessAccounts.ToHashSet(StringComparer.Ordinal);
            _client = new(() => new AuthenticationClient(ApiClientOptions.Create(options), sender));
        }

        public AuthenticationClient Client => _client.Value;

        public GenAuthApiOptions Options { get; }

        public OpenIdConnectSettings Settings { get; }

        public ProtocolCalls Calls { get; }

        public ProviderKeys Keys { get; }

        public TokenValidator Validator { get; }

        public TokenQueries Queries { get; }

        public HashSet<string> AccessAccounts { get; }
    }
}
