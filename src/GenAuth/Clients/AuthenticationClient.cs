using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Authorization;
using GenAuth.Pipeline;
using GenAuth.Pipeline.Content;
using GenAuth.Settings;
using GenAuth.Text;

namespace GenAuth;

/// <summary>
/// Calls the V3 API on behalf of an application and its end users. Immutable and thread-safe: create one per application
/// and reuse it.
/// </summary>
public sealed partial class AuthenticationClient
{
    private readonly Replaceable<State> _state;
    private readonly CallExecutor _calls;

    /// <summary>Creates a client on the connections of the SDK, which all clients without <c>Tls</c> settings share. There is nothing to dispose.</summary>
    /// <param name="options">The application and how to reach it; copied.</param>
    /// <exception cref="ArgumentException">A setting is missing or invalid; the message names it and the remedy.</exception>
    public AuthenticationClient(AuthenticationClientOptions options)
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
    public AuthenticationClient(AuthenticationClientOptions options, HttpClient httpClient)
        : this(options, () => httpClient)
    {
        Throw.IfNull(httpClient, nameof(httpClient));
        Transport.Tls.ThrowBesideOwnHttpClient(nameof(options));
    }

    internal AuthenticationClient(AuthenticationClientOptions options, Func<HttpMessageInvoker>? sender)
    {
        var settings = AuthenticationSettings.From(options);
        var state = new Replaceable<State>(new(settings, sender ?? DefaultHttpClient.GetFactory(settings.Transport)));
        _state = state;
        _calls = new CallExecutor(() => state.Value.Calls);
    }

    private AuthenticationClient(AuthenticationClient origin, string accessToken)
    {
        _state = origin._state;
        _calls = origin._calls.WithAccessToken(accessToken);
    }

    internal TransportSettings Transport => Settings.Transport;

    private AuthenticationSettings Settings => _state.Value.Settings;

    /// <inheritdoc cref="IAuthenticationClient.WithAccessToken"/>
    public AuthenticationClient WithAccessToken(string accessToken)
    {
        Throw.IfNull(accessToken, nameof(accessToken));
        return HeaderValidator.GetTokenProblem(accessToken, nameof(accessToken)) is { } problem
            ? throw new ArgumentException(problem, nameof(accessToken))
            : new AuthenticationClient(this, accessToken);
    }

    IAuthenticationClient IAuthenticationClient.WithAccessToken(string accessToken) => WithAccessToken(accessToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(Trimming.CustomTypes)]
    [RequiresDynamicCode(Trimming.CustomTypes)]
    public Task<T> SendAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string?>>? query = null,
        object? body = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default) =>
        _calls.ExecuteAsync<T>(CustomRequest.Create(method, path, query, CustomBody.From(body)), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string?>>? query = null,
        JsonNode? body = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default) =>
        _calls.ExecuteAsync<JsonElement>(CustomRequest.Create(method, path, query, CustomBody.FromNode(body)), requestOptions, cancellationToken);

    /// <summary>The address only: everything else may be secret.</summary>
    public override string ToString() => $"{nameof(AuthenticationClient)} for {Transport.Origin}";

    /// <summary>Uses other settings for the calls of the client and its views that start from now on.</summary>
    /// <param name="options">The settings, which are valid; copied.</param>
    /// <returns>Why they cannot be used while the program runs, or <see langword="null"/>.</returns>
    internal string? TryUse(AuthenticationClientOptions options)
    {
        var settings = AuthenticationSettings.From(options);
        if (Transport.ChangeProblem(settings.Transport) is { } problem)
        {
            return problem;
        }

        _state.Value = new(settings, _state.Value.Calls.GetInvoker);
        return null;
    }

    /// <summary>The settings and what calls are executed with. They change together.</summary>
    private sealed class State(AuthenticationSettings settings, Func<HttpMessageInvoker> sender)
    {
        public AuthenticationSettings Settings => settings;

        public CallContext Calls { get; } = new(sender, settings.Transport, new ApplicationAuthorization(settings), settings.AccessToken);
    }
}
