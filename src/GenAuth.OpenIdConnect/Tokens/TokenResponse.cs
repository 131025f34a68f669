using System.Globalization;
using System.Text.Json;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Transport;

namespace GenAuth.OpenIdConnect;

/// <summary>The tokens that the token endpoint, or a sign-in operation of the API, returns. Immutable.</summary>
public sealed class TokenResponse
{
    /// <summary>Lifetimes beyond it are no more than "for ever", and would not fit into a date.</summary>
    private const double MaxSeconds = 100d * 365 * 24 * 60 * 60;

    /// <summary>Creates a response, for example from a store.</summary>
    /// <param name="accessToken">See <see cref="AccessToken"/>.</param>
    /// <param name="idToken">See <see cref="IdToken"/>.</param>
    /// <param name="refreshToken">See <see cref="RefreshToken"/>.</param>
    /// <param name="tokenType">See <see cref="TokenType"/>.</param>
    /// <param name="scope">See <see cref="Scope"/>.</param>
    /// <param name="rejectedScope">See <see cref="RejectedScope"/>.</param>
    /// <param name="expiresAt">See <see cref="ExpiresAt"/>.</param>
    public TokenResponse(
        string accessToken,
        string? idToken = null,
        string? refreshToken = null,
        string tokenType = "Bearer",
        string? scope = null,
        string? rejectedScope = null,
        DateTimeOffset? expiresAt = null)
    {
        Throw.IfBlank(accessToken, nameof(accessToken), "Pass the access token.");
        (AccessToken, IdToken, RefreshToken, TokenType, Scope, RejectedScope, ExpiresAt) = (accessToken, idToken, refreshToken, tokenType, scope, rejectedScope, expiresAt);
    }

    /// <summary>Acts for the user, or for the access account.</summary>
    public string AccessToken { get; }

    /// <summary>States who signed in; <see langword="null"/> for OAuth 2.0 and machine-to-machine tokens. Its claims are in <see cref="SignInResult.IdToken"/>.</summary>
    public string? IdToken { get; }

    /// <summary>
    /// Gets new tokens; <see langword="null"/> unless the sign-in asked for <c>offline_access</c> and the user consented. After a
    /// refresh it is the next one, or the one that was used if the service returned none.
    /// </summary>
    public string? RefreshToken { get; }

    /// <summary>The type of the access token, <c>Bearer</c>.</summary>
    public string TokenType { get; }

    /// <summary>The granted scopes, separated by blanks, or <see langword="null"/> if the service does not state them.</summary>
    public string? Scope { get; }

    /// <summary>The scopes of a machine-to-machine request that were not granted, separated by blanks, or <see langword="null"/>. The service reports no error for them.</summary>
    public string? RejectedScope { get; }

    /// <summary>The end of the access token's lifetime by the client's clock, or <see langword="null"/> if the service does not state it.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The tokens of a sign-in operation of the API, such as <c>SignInAsync</c>.</summary>
    /// <param name="data">The <c>data</c> of its response.</param>
    /// <param name="receivedAt">When the response was received.</param>
    public static TokenResponse From(LoginTokenResponseDataDto data, DateTimeOffset receivedAt)
    {
        Throw.IfNull(data, nameof(data));
        return new(data.AccessToken!, data.IdToken, data.RefreshToken, data.TokenType ?? "Bearer", data.Scope, null, GetEnd(data.ExpireIn, receivedAt));
    }

    /// <summary>The type's name only: the tokens are secret.</summary>
    public override string ToString() => nameof(TokenResponse);

    /// <summary>Reads a response, which has an access token.</summary>
    internal static TokenResponse From(JsonElement json, DateTimeOffset receivedAt, string? usedRefreshToken) => new(
        json.GetNonEmptyText("access_token")!,
        json.GetNonEmptyText("id_token"),
        json.GetNonEmptyText("refresh_token") ?? usedRefreshToken,
        json.GetNonEmptyText("token_type") ?? "Bearer",
        json.GetNonEmptyText("scope"),
        json.GetNonEmptyText("rejected_scope"),
        GetEnd(GetSeconds(json, "expires_in") ?? GetSeconds(json, "expire_in"), receivedAt));

    private static DateTimeOffset? GetEnd(double? seconds, DateTimeOffset receivedAt) => seconds is > 0 and < MaxSeconds ? receivedAt.AddSeconds(seconds.Value) : null;

    private static double? GetSeconds(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) => number,
            JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }
}
