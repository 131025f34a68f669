using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Authorization.Signature;
using GenAuth.Authorization.Token;
using GenAuth.Pipeline;
using GenAuth.Pipeline.Content;
using GenAuth.Settings;

namespace GenAuth;

/// <summary>
/// Calls the V3 API on behalf of an administrator's or user pool's access key. Thread-safe: create one per
/// access key and reuse it, because it caches the management token and the difference to the service's clock.
/// </summary>
public sealed partial class ManagementClient : IManagementClient
{
    private readonly Replaceable<State> _state;
    private readonly CallExecutor _calls;

    /// <summary>Creates a client on the SDK's own connections, which all clients without settings in <c>Tls</c> share. There is nothing to dispose.</summary>
    /// <param name="options">The access key and how to reach the service; copied.</param>
    /// <exception cref="ArgumentException">A setting is missing or invalid; the message names it and the remedy.</exception>
    public ManagementClient(ManagementClientOptions options)
        : this(options, sender: null)
    {
    }

    /// <summary>
    /// Creates a client on your own <see cref="HttpClient"/>, for a proxy or handlers. It is not disposed, and its
    /// <see cref="HttpClient.BaseAddress"/> is not used. Switch redirects and cookies off in its handler. and do not
    /// retry signed requests there: each is accepted once.
    /// </summary>
    /// <param name="options">The access key and how to reach the service; copied.</param>
    /// <param name="httpClient">The client that sends.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A setting is missing or invalid, or <c>Tls</c> is set, which only the <see cref="HttpClient"/>'s handler can apply; the message
    /// names it and the remedy.
    /// </exception>
    public ManagementClient(ManagementClientOptions options, HttpClient httpClient)
        : this(options, () => httpClient)
    {
        Throw.IfNull(httpClient, nameof(httpClient));
        Transport.Tls.ThrowBesideOwnHttpClient(nameof(options));
    }

    internal ManagementClient(ManagementClientOptions options, Func<HttpMessageInvoker>? sender)
    {
        var settings = ManagementSettings.From(options);
        var state = new Replaceable<State>(new(settings, sender ?? DefaultHttpClient.GetFactory(settings.Transport)));
        _state = state;
        _calls = new CallExecutor(() => state.Value.Calls);
    }

    internal TransportSettings Transport => _state.Value.Settings.Transport;

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

    /// <inheritdoc/>
    [RequiresUnreferencedCode(Trimming.CustomTypes)]
    [RequiresDynamicCode(Trimming.CustomTypes)]
    public SignatureExplanation ExplainSignature(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string?>>? query = null,
        object? body = null,
        RequestOptions? requestOptions = null,
        bool showValues = false)
    {
        var request = CustomRequest.Create(method, path, query, CustomBody.From(body));
        using var message = _calls.BuildRequest(request, requestOptions);
        return _state.Value.Signature.Explain(message, request, showValues);
    }

    /// <summary>The address only: everything else may be secret.</summary>
    public override string ToString() => $"{nameof(ManagementClient)} for {Transport.Origin}";

    /// <summary>Uses other settings for the calls that start from now on.</summary>
    /// <param name="options">The settings, which are valid; copied.</param>
    /// <returns>Why they cannot be used while the program runs, or <see langword="null"/>.</returns>
    internal string? TryUse(ManagementClientOptions options)
    {
        var settings = ManagementSettings.From(options);
        if (Transport.ChangeProblem(settings.Transport) is { } problem)
        {
            return problem;
        }

        _state.Value = new(settings, _state.Value.Calls.GetInvoker);
        return null;
    }

    /// <summary>The settings and what calls are executed with. They change together.</summary>
    private sealed class State
    {
        public State(ManagementSettings settings, Func<HttpMessageInvoker> sender)
        {
            Settings = settings;
            Signature = new SignatureAuthorization(settings);
            Calls = new CallContext(
                sender,
                settings.Transport,
                settings.AuthorizationMethod == ManagementAuthorizationMethod.ManagementToken ? new ManagementTokenAuthorization(settings, sender) : Signature);
        }

        public ManagementSettings Settings { get; }

        public SignatureAuthorization Signature { get; }

        public CallContext Calls { get; }
    }
}
