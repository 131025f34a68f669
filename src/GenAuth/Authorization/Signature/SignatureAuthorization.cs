using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using GenAuth.Settings;
using GenAuth.Pipeline;
using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Text;

namespace GenAuth.Authorization.Signature;

/// <summary>Signs every request with the access key, or with the one that the provider returns. The service accepts a signature once, so each attempt gets a new one.</summary>
internal sealed class SignatureAuthorization(ManagementSettings settings) : IRequestAuthorization
{
    private const int SignatureMismatch = 1300;
    private const int ClockTooFarOff = 1305;
    private const int NonceReused = 1306;

    private readonly string _prefix = settings.Transport.HeaderPrefix;
    private readonly string _methodHeader = settings.Transport.HeaderPrefix + "signature-method";
    private readonly string _versionHeader = settings.Transport.HeaderPrefix + "signature-version";
    private readonly string _nonceHeader = settings.Transport.HeaderPrefix + "signature-nonce";
    private readonly SigningKey? _fixedKey = settings.AccessKey is { } key ? new(key.Id, key.Secret, settings.Edition) : null;

    /// <summary>The provided keys of the requests that are on their way.</summary>
    private readonly ConditionalWeakTable<HttpRequestMessage, SigningKey>? _usedKeys = settings.AccessKey is null ? new() : null;

    private readonly ServerClock _clock = new(settings.TimeProvider, settings.MaxClockSkew);
    private volatile SigningKey? _latestKey;

    public bool CoversHeaders => true;

    public bool CoversBody => true;

    public Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken)
    {
        if (_fixedKey is null)
        {
            return SignWithProvidedKeyAsync(message, request, cancellationToken);
        }

        Sign(message, request.Query, BodyOf(message), _fixedKey);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A wrong clock (1305) is recovered from by the service's own time, and a refused key by another one of the provider. A nonce
    /// that was used before (1306) is no reason to retry: the request with that nonce was accepted.
    /// </summary>
    public ValueTask<bool> TryRecoverAsync(HttpRequestMessage message, AuthorizationFailure failure, CancellationToken cancellationToken) =>
        failure.ApiCode == ClockTooFarOff ? new(TryAdoptTime(message, failure))
        : _usedKeys is not null && !failure.IsFinal && RejectsKey(failure) ? new(IsReplacedAsync(message, failure.Exception.Operation, cancellationToken))
        : new(false);

    /// <summary>The codes from 1301 to 1306 are about the form, the date and the nonce of a signature.</summary>
    private static bool RejectsKey(AuthorizationFailure failure) =>
        failure.ApiCode == SignatureMismatch || (failure.IsUnauthorized && failure.ApiCode is not (> SignatureMismatch and <= NonceReused));

    /// <summary>Whether the provider returns another key than the one that signed the request.</summary>
    private async Task<bool> IsReplacedAsync(HttpRequestMessage message, string operation, CancellationToken cancellationToken) =>
        _usedKeys!.TryGetValue(message, out var used) && !used.IsOf(await settings.AccessKeyProvider!.GetKeyAsync(operation, cancellationToken).ConfigureAwait(false));

    private async Task SignWithProvidedKeyAsync(HttpRequestMessage message, ApiRequest request, CancellationToken cancellationToken)
    {
        var key = await GetProvidedKeyAsync(request.Operation, cancellationToken).ConfigureAwait(false);
        Sign(message, request.Query, BodyOf(message), key);
        _usedKeys!.Add(message, key);
    }

    /// <summary>The key that the provider returns; the last one again while it stays the same.</summary>
    private async Task<SigningKey> GetProvidedKeyAsync(string operation, CancellationToken cancellationToken)
    {
        var key = await settings.AccessKeyProvider!.GetKeyAsync(operation, cancellationToken).ConfigureAwait(false);
        var latest = _latestKey;
        return latest is not null && latest.IsOf(key) ? latest : _latestKey = new SigningKey(key.Id, key.Secret, settings.Edition);
    }

    private bool TryAdoptTime(HttpRequestMessage message, AuthorizationFailure failure)
    {
        if (failure.IsFinal || failure.ServerTime is not { } serverTime)
        {
            _clock.Reset();
            return false;
        }

        var isTrusted = IsTrusted(message.RequestUri!);
        if (isTrusted && _clock.TryAdopt(serverTime))
        {
            return true;
        }

        _clock.Reset();
        (failure.Exception as GenAuthApiException)?.SetRemedy(_clock.DescribeRemedy(serverTime, isTrusted));
        return false;
    }

    /// <summary>The same signature as <see cref="AuthorizeAsync"/> would make, described rather than sent.</summary>
    /// <param name="message">The request as it would be sent.</param>
    /// <param name="request">The operation's own description of it.</param>
    /// <param name="showValues">Whether the values of parameters and headers are shown.</param>
    public SignatureExplanation Explain(HttpRequestMessage message, ApiRequest request, bool showValues)
    {
        var body = BodyOf(message);

        // A diagnosis is no asynchronous method, so it waits for a provider; on a pool thread, which no context holds up.
        var key = _fixedKey ?? Task.Run(() => GetProvidedKeyAsync(request.Operation, CancellationToken.None)).GetAwaiter().GetResult();
        var signature = Sign(message, request.Query, body, key);
        var text = showValues ? TextOf(message, request.Query, body) : MaskedText.Create(message, request, body, _prefix);
        return new SignatureExplanation(text, isMasked: !showValues, key, signature);
    }

    private string Sign(HttpRequestMessage message, QueryString query, Utf8Json? body, SigningKey key)
    {
        AddHeaders(message);
        var signature = key.Sign(TextOf(message, query, body));
        message.Headers.Authorization = new AuthenticationHeaderValue(key.Scheme, key.Id + ":" + signature);
        return signature;
    }

    private SignedText TextOf(HttpRequestMessage message, QueryString query, Utf8Json? body) => new(
        message.Method.Method,
        CanonicalHeaders.Create(message.Headers, _prefix),
        message.RequestUri!.AbsolutePath,
        CanonicalParameters.Create(message.Method.Method, query, body));

    /// <summary>True if the response is known to be the service's: the connection is authenticated, or does not leave this machine.</summary>
    private bool IsTrusted(Uri address) =>
        address.IsLoopback || (address.Scheme == Uri.UriSchemeHttps && !settings.Transport.Tls.DangerousAcceptAnyServerCertificate);

    private void AddHeaders(HttpRequestMessage message)
    {
        // HttpClient sends known verbs in capitals, and the signed text must match what is sent.
        var verb = message.Method.Method.ToUpperInvariant();
        if (verb != message.Method.Method)
        {
            message.Method = new HttpMethod(verb);
        }

        AddUnlessGiven(message, _methodHeader, "HMAC-SHA1");
        AddUnlessGiven(message, _versionHeader, "1.0");
        if (!message.Headers.Contains(_nonceHeader))
        {
            message.Headers.TryAddWithoutValidation(_nonceHeader, NewNonce());
        }

        AddUnlessGiven(message, "Date", _clock.Now.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void AddUnlessGiven(HttpRequestMessage message, string name, string value)
    {
        if (!message.Headers.Contains(name))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private string NewNonce()
    {
        var nonce = settings.NonceGenerator is { } generate ? generate() : Nonce.Create();
        return !string.IsNullOrWhiteSpace(nonce) && HeaderValidator.GetProblem(nonce, string.Empty) is null
            ? nonce
            : throw new InvalidOperationException("NonceGenerator returned a value that a header cannot carry. Return 32 hexadecimal digits, or leave it null.");
    }

    /// <summary>The body that is sent, if it is JSON. The service does not sign any part of other bodies.</summary>
    private static Utf8Json? BodyOf(HttpRequestMessage message) => (message.Content as JsonContent)?.Json;
}
