using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenAuth.Models;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>Checks that a management request is signed with the tenant's access key, or has a management token of the tenant.</summary>
internal sealed class AccessKeyCheck(TenantSettings settings, TenantAccessKey accessKey, ManagementTokenIssuer tokens)
{
    // The service does not document its tolerance for clock differences; a few minutes are usual.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> _nonces = new(StringComparer.Ordinal);

    /// <summary>True if a request comes from a management client: it is signed, or has a management token of this tenant.</summary>
    public bool IsManagement(GenAuthTenantRequest request)
    {
        var (scheme, proof) = Split(request.Headers.GetValueOrDefault("Authorization") ?? string.Empty);
        return scheme == settings.SignatureScheme || (scheme == "Bearer" && tokens.IsValid(proof));
    }

    /// <summary>The error response, or <see langword="null"/> if the request is authorized. It contains no key, signature or token.</summary>
    public TenantResponse? Check(GenAuthTenantRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var authorization))
        {
            return TenantResponse.Error(401, "The request has no Authorization header. Sign it with the access key, or send a management token.", ApiCode.NotSignedIn);
        }

        var (scheme, proof) = Split(authorization);
        return scheme switch
        {
            "Bearer" when tokens.IsValid(proof) => null,
            "Bearer" => TenantResponse.Error(401, "The management token is unknown or has expired.", ApiCode.NotSignedIn),
            _ when scheme != settings.SignatureScheme => TenantResponse.Error(401, $"The scheme of the Authorization header is neither {settings.SignatureScheme} nor Bearer.", ApiCode.NotSignedIn),
            _ => CheckSignature(request, proof),
        };
    }

    public void Reset() => _nonces.Clear();

    private TenantResponse? CheckSignature(GenAuthTenantRequest request, string proof)
    {
        var nonce = request.Headers.GetValueOrDefault(settings.HeaderPrefix + "signature-nonce");
        if (request.Headers.GetValueOrDefault(settings.HeaderPrefix + "signature-method") != "HMAC-SHA1")
        {
            return Error(ApiCode.SignatureMethodUnsupported);
        }

        if (request.Headers.GetValueOrDefault(settings.HeaderPrefix + "signature-version") != "1.0")
        {
            return Error(ApiCode.SignatureVersionUnsupported);
        }

        if (!request.Headers.TryGetValue("Date", out var date))
        {
            return Error(ApiCode.SignatureDateMissing);
        }

        if (!DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            return Error(ApiCode.SignatureTimestampInvalid);
        }

        if ((settings.TimeProvider.GetUtcNow() - signed).Duration() > Tolerance)
        {
            return Error(ApiCode.SignatureClockSkewExceeded);
        }

        object? body = null;
        if (request.Body.Length > 0 && JsonBody.IsDeclared(request, out _) && !JsonBody.TryRead(request, out body, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        var expected = accessKey.Id + ":" + Sign(CanonicalRequest.Create(request, settings.HeaderPrefix, body));
        if (!Secrets.AreEqual(proof, expected))
        {
            return Error(ApiCode.SignatureMismatch);
        }

        return string.IsNullOrEmpty(nonce) || !_nonces.TryAdd(nonce, true) ? Error(ApiCode.SignatureNonceReused) : null;
    }

    private static TenantResponse Error(ApiCode code) => TenantResponse.Error(401, code.Description!, code);

    private static (string Scheme, string Proof) Split(string authorization)
    {
        var blank = authorization.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (authorization, string.Empty) : (authorization[..blank], authorization[(blank + 1)..]);
    }

    private string Sign(string text)
    {
        // CA5350: the protocol defines only this algorithm.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(accessKey.Secret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
