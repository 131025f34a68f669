using System.Text.Json;
using GenAuth.OpenIdConnect.Validation;

namespace GenAuth.OpenIdConnect;

/// <summary>What the service says about a token. Only <see cref="IsActive"/> is set for a token that is not active.</summary>
public sealed class TokenIntrospection : ClaimSet
{
    /// <summary>Takes the JSON object of a response, also in tests of an application.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="ArgumentException">The value is not a JSON object.</exception>
    public TokenIntrospection(JsonElement json)
        : base(json)
    {
    }

    /// <summary>Whether the token is valid now.</summary>
    public bool IsActive => Find("active") is { ValueKind: JsonValueKind.True };

    /// <summary>The application that the token was issued to. The response has no audience, so compare this one.</summary>
    public string? ClientId => GetString("client_id");

    /// <summary>The issuer, or <see langword="null"/>.</summary>
    public string? Issuer => GetString("iss");

    /// <summary>The end of the lifetime, or <see langword="null"/>.</summary>
    public DateTimeOffset? ExpiresAt => GetInstant("exp");

    /// <summary>The scopes of the token.</summary>
    public IReadOnlyList<string> Scopes => ScopeList.Split(GetString("scope"));
}
