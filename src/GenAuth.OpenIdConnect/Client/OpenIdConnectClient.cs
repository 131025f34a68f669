using GenAuth.OpenIdConnect.Cas;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Passwords;
using GenAuth.OpenIdConnect.Tokens;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.OpenIdConnect.Validation;
using GenAuth.Pipeline;
using GenAuth.Settings;

namespace GenAuth.OpenIdConnect;

/// <summary>
/// Signs users in to an application with OpenID Connect, OAuth 2.0 or CAS. Immutable and thread-safe: create one per application
/// and reuse it.
/// </summary>
public sealed partial class OpenIdConnectClient : IOpenIdConnectClient
{
    private readonly Replaceable<Parts> _parts;

    /// <summary>Creates a client on the connections of the SDK, which all clients without <c>Tls</c> settings share. There is nothing to dispose.</summary>
    /// <param name="options">The application and how to reach it; copied.</param>
    /// <exception cref="ArgumentException">A setting is missing or invalid; the message names it and the remedy.</exception>
    public OpenIdConnectClient(OpenIdConnectClientOptions options)
        : this(options, sender: null)
    {
    }

    /// <summary>
    /// Creates a client on your own <see cref="HttpClient"/>, for a proxy or handlers. It is not disposed, and its
    /// <see cref="HttpClient.BaseAddress"/> is not used. Switch redirects and cookies off in its handler.
    /// </summary>
    /// <param name="options">The application and how to reach it; copied.</param>
    /// <param name="httpClient">The client that sends.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A setting is missing or invalid, or <c>Tls</c> is set, which only the <see cref="HttpClient"/>'s handler can apply; the message
    /// names it and the remedy.
    /// </exception>
    public OpenIdConnectClient(OpenIdConnectClientOptions options, HttpClient httpClient)
        : this(options, () => httpClient)
    {
        Throw.IfNull(httpClient, nameof(httpClient));
        Transport.Tls.ThrowBesideOwnHttpClient(nameof(options));
    }

    internal OpenIdConnectClient(OpenIdConnectClientOptions options, Func<HttpMessageInvoker>? sender)
    {
        var settings = OpenIdConnectSettings.From(options);
        _parts = new(new Parts(settings, sender ?? DefaultHttpClient.GetFactory(settings.Transport)));
    }

    internal TransportSettings Transport => Current.Settings.Transport;

    private Parts Current => _parts.Value;

    /// <summary>The address only: everything else may be secret.</summary>
    public override string ToString() => $"{nameof(OpenIdConnectClient)} for {Transport.Origin}";

    /// <summary>Reads the keys of the service past the cache.</summary>
    /// <returns>Their number.</returns>
    internal Task<int> ProbeKeysAsync(CancellationToken cancellationToken) => Current.Keys.ProbeAsync(cancellationToken);

    /// <summary>Uses other settings for the calls that start from now on.</summary>
    /// <param name="options">The settings, which are valid; copied.</param>
    /// <returns>Why they cannot be used while the program runs, or <see langword="null"/>.</returns>
    internal string? TryUse(OpenIdConnectClientOptions options)
    {
        var settings = OpenIdConnectSettings.From(options);
        if (Transport.ChangeProblem(settings.Transport) is { } problem)
        {
            return problem;
        }

        _parts.Value = new Parts(settings, Current.Calls.GetInvoker);
        return null;
    }

    /// <summary>The settings and what depends on them. They change together; cached keys of other settings are not used.</summary>
    private sealed class Parts
    {
        public Parts(OpenIdConnectSettings settings, Func<HttpMessageInvoker> sender)
        {
            Settings = settings;
            Calls = new ProtocolCalls(sender, settings.Transport);
            Tokens = new TokenEndpoint(settings, Calls);
            Queries = new TokenQueries(settings, Calls);
            Keys = new ProviderKeys(settings, Calls);
            Validator = new TokenValidator(settings, Keys);
            Cas = new CasEndpoint(settings, Calls);
            PasswordKeys = new PasswordKeys(settings, Calls);
        }

        public OpenIdConnectSettings Settings { get; }

        public ProtocolCalls Calls { get; }

        public TokenEndpoint Tokens { get; }

        public TokenQueries Queries { get; }

        public ProviderKeys Keys { get; }

        public TokenValidator Validator { get; }

        public CasEndpoint Cas { get; }

        public PasswordKeys PasswordKeys { get; }

        /// <summary>Exchanges a code for tokens, which include an ID token.</summary>
        public async Task<TokenResponse> ExchangeCodeAsync(string operation, string code, string redirectUri, string codeVerifier, CancellationToken cancellationToken)
        {
            // Before the exchange: without the keys the code would be used up for nothing.
            await Validator.PrepareAsync(operation, cancellationToken).ConfigureAwait(false);
            var tokens = await Tokens.ExchangeCodeAsync(code, redirectUri, codeVerifier, cancellationToken).ConfigureAwait(false);
            return tokens.IdToken is null
                ? throw new GenAuthTokenException(operation, TokenProblem.Missing, "the response has no ID token. Check that the scopes of the sign-in hold openid.")
                : tokens;
        }
    }
}
