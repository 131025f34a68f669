using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GenAuth.Testing.Service;

/// <summary>The ID and the secret of an Authorization header with the scheme Basic.</summary>
internal sealed class BasicCredentials
{
    private readonly string? _id;
    private readonly string? _secret;

    private BasicCredentials(string encoded)
    {
        var buffer = new byte[encoded.Length];
        if (Convert.TryFromBase64String(encoded, buffer, out var length) && Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret])
        {
            (_id, _secret) = (id, secret);
        }
    }

    /// <summary>The credentials of a request, or <see langword="null"/> if it has none of this scheme.</summary>
    public static BasicCredentials? Read(GenAuthTenantRequest request) =>
        request.Headers.TryGetValue("Authorization", out var text)
        && AuthenticationHeaderValue.TryParse(text, out var header)
        && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            ? new(header.Parameter ?? string.Empty)
            : null;

    public bool Match(string id, string secret) => Secrets.AreEqual(_id, id) & Secrets.AreEqual(_secret, secret);

    /// <summary>As RFC 6749 requires, clients form-encode both, but many send them as they are. IDs and secrets of the service are the same in both forms.</summary>
    public bool MatchFormEncoded(string id, string secret) =>
        Match(id, secret) || (Secrets.AreEqual(WebUtility.UrlDecode(_id), id) & Secrets.AreEqual(WebUtility.UrlDecode(_secret), secret));
}
