using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenAuth.Models;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>Whether a management request is signed with the tenant's access key, or carries a token that was issued for it.</summary>
internal sealed class AccessKeyCheck(TenantSettings settings, ManagementTokenIssuer tokens)
{
    // The service does not say how far off a clock may be; a few minutes are usual.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> _nonces = new(StringComparer.Ordinal);

    /// <summary>Whether a request comes from a management client: it is signed, or has a management token of this tenant.</summary>
    public bool IsManagement(GenAuthTenantRequest request)
    {
        var (scheme, proof) = Split(request.Headers.GetValueOrDefault("Authorization") ?? string.Empty);
        return scheme == settings.SignatureScheme || (scheme == "Bearer" && tokens.IsGood(proof));
    }

    /// <summary>The refusal, or <see langword="null"/> when the request may pass. Never repeats a key, a signature or a token.</summary>
    public TenantAnswer? Refusal(GenAuthTenantRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var authorization))
        {
            return TenantAnswer.Refuse(401, "The request has no Authorization header. Sign it with the access key, or send a management token.", ApiCode.NotSignedIn);
        }

        var (scheme, proof) = Split(authorization);
        return scheme switch
        {
            "Bearer" when tokens.IsGood(proof) => null,
            "Bearer" => TenantAnswer.Refuse(401, "The management token is unknown or has expired.", ApiCode.NotSignedIn),
            _ when scheme != settings.SignatureScheme => TenantAnswer.Refuse(401, $"The Authorization header begins neither with {settings.SignatureScheme} nor with Bearer.", ApiCode.NotSignedIn),
            _ => SignatureRefusal(request, proof),
        };
    }

    public void Reset() => _nonces.Clear();

    private TenantAnswer? SignatureRefusal(GenAuthTenantRequest request, string proof)
    {
        var nonce = request.Headers.GetValueOrDefault(settings.HeaderPrefix + "signature-nonce");
        if (request.Headers.GetValueOrDefault(settings.HeaderPrefix + "signature-method") != "HMAC-SHA1")
        {
            return Refuse(ApiCode.SignatureMethodUnsupported);
        }

        if (request.Headers.GetValueOrDefault(settings.HeaderPrefix + "signature-version") != "1.0")
        {
            return Refuse(ApiCode.SignatureVersionUnsupported);
        }

        if (!request.Headers.TryGetValue("Date", out var date))
        {
            return Refuse(ApiCode.SignatureDateMissing);
        }

        if (!DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            return Refuse(ApiCode.SignatureTimestampInvalid);
        }

        if ((settings.TimeProvider.GetUtcNow() - signed).Duration() > Tolerance)
        {
            return Refuse(ApiCode.SignatureClockSkewExceeded);
        }

        object? body = null;
        if (request.Body.Length > 0 && JsonBody.IsDeclared(request, out _) && !JsonBody.TryRead(request, out body, out var problem))
        {
            return TenantAnswer.Refuse(400, problem);
        }

        var expected = settings.AccessKeyId + ":" + Sign(CanonicalRequest.TextOf(request, settings.HeaderPrefix, body));
        if (!Secret.IsSame(proof, expected))
        {
            return Refuse(ApiCode.SignatureMismatch);
        }

        return string.IsNullOrEmpty(nonce) || !_nonces.TryAdd(nonce, true) ? Refuse(ApiCode.SignatureNonceReused) : null;
    }

    private static TenantAnswer Refuse(ApiCode code) => TenantAnswer.Refuse(401, code.Description!, code);

    private static (string Scheme, string Proof) Split(string authorization)
    {
        var blank = authorization.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (authorization, string.Empty) : (authorization[..blank], authorization[(blank + 1)..]);
    }

    private string Sign(string text)
    {
        // CA5350: the protocol knows this algorithm only.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(settings.AccessKeySecret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
