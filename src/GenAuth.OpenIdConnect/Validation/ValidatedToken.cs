using System.Text.Json;
using GenAuth.OpenIdConnect.Validation;

namespace GenAuth.OpenIdConnect;

/// <summary>The claims of an ID or access token whose signature, issuer, audience and lifetime were checked.</summary>
public sealed class ValidatedToken : ClaimSet
{
    /// <summary>Takes claims without validating anything, for tests of an application. <see cref="IOpenIdConnectClient"/> validates tokens.</summary>
    /// <param name="json">The claims, with at least <c>iss</c>, <c>aud</c> and <c>exp</c>.</param>
    /// <exception cref="ArgumentException">The claims are not a JSON object.</exception>
    public ValidatedToken(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The issuer (<c>iss</c>).</summary>
    public string Issuer => GetString("iss")!;

    /// <summary>The recipients (<c>aud</c>): the application's ID, or for machine-to-machine tokens the access account's ID.</summary>
    public IReadOnlyList<string> Audiences => GetStrings("aud");

    /// <summary>The application that the token was issued to (<c>azp</c>), or <see langword="null"/>.</summary>
    public string? AuthorizedParty => GetString("azp");

    /// <summary>The scopes of an access token (<c>scope</c>, separated by blanks).</summary>
    public IReadOnlyList<string> Scopes => Find("scope") is { ValueKind: JsonValueKind.Array } ? GetStrings("scope") : ScopeList.Split(GetString("scope"));

    /// <summary>The end of the token's lifetime (<c>exp</c>).</summary>
    public DateTimeOffset ExpiresAt => GetInstant("exp")!.Value;

    /// <summary>When the token was issued (<c>iat</c>), or <see langword="null"/>.</summary>
    public DateTimeOffset? IssuedAt => GetInstant("iat");
}
