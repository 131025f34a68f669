using System.Globalization;
using System.Net.Http.Headers;
using GenAuth.Pipeline;
using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Settings;
using GenAuth.Text;

namespace GenAuth.Authorization.Signature;

/// <summary>Signs every request with the access key. The service accepts a signature once, so each attempt gets a new one.</summary>
internal sealed class SignatureAuthorization(ManagementSettings settings) : IRequestAuthorization
{
    private const int ClockTooFarOff = 1305;

    private readonly string _prefix = settings.Transport.HeaderPrefix;
    private readonly string _methodHeader = settings.Transport.HeaderPrefix + "signature-method";
    private readonly string _versionHeader = settings.Transport.HeaderPrefix + "signature-version";
    private readonly string _nonceHeader = settings.Transport.HeaderPrefix + "signature-nonce";
    private readonly SigningKey _key = new(settings.AccessKeyId, settings.AccessKeySecret, settings.Edition);
    private readonly ServerClock _clock = new(settings.TimeProvider, settings.MaxClockSkew);

    public bool CoversHeaders => true;

    public bool CoversBody => true;

    public Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken)
    {
        Sign(message, request.Query, BodyOf(message));
        return Task.CompletedTask;
    }

    /// <summary>
    /// Only a wrong clock (1305) is recovered from, by the service's own time. A nonce that was used before (1306) is no reason
    /// to retry: the request with that nonce was accepted.
    /// </summary>
    public bool TryRecover(HttpRequestMessage message, AuthorizationFailure failure)
    {
        if (failure.ApiCode != ClockTooFarOff)
        {
            return false;
        }

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
        var signature = Sign(message, request.Query, body);
        var text = showValues ? TextOf(message, request.Query, body) : MaskedText.Create(message, request, body, _prefix);
        return new SignatureExplanation(text, isMasked: !showValues, _key, signature);
    }

    private string Sign(HttpRequestMessage message, QueryString query, Utf8Json? body)
    {
        AddHeaders(message);
        var signature = _key.Sign(TextOf(message, query, body));
        message.Headers.Authorization = new AuthenticationHeaderValue(_key.Scheme, _key.Id + ":" + signature);
        return signature;
    }

    private SignedText TextOf(HttpRequestMessage message, QueryString query, Utf8Json? body) => new(
        message.Method.Method,
        CanonicalHeaders.Of(message.Headers, _prefix),
        message.RequestUri!.AbsolutePath,
        CanonicalParameters.Of(message.Method.Method, query, body));

    /// <summary>Whether a response can be the service's only: nobody between here and there could have written it.</summary>
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
