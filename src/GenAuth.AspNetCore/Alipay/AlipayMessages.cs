using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.AspNetCore;

// The bodies of the endpoints. Their JSON names are those of the mobile SDKs and of OAuth 2.0. None of them shows a value in ToString.

/// <summary>The start of a sign-in with Alipay.</summary>
public sealed class AlipaySignInStart
{
    /// <summary>The text for the Alipay SDK. The app passes it on as it is; it is signed.</summary>
    [JsonPropertyName("auth_info")]
    public required string AuthInfo { get; init; }

    /// <summary>Belongs to this sign-in. The app sends it with the code, once.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>How long <see cref="State"/> is valid, in seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required long ExpiresIn { get; init; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AlipaySignInStart);
}

/// <summary>What the app sends when the Alipay SDK has returned: <c>resultStatus</c> is 9000 and <c>result_code</c> is 200.</summary>
public sealed class AlipaySignInRequest
{
    /// <summary>The value of <see cref="AlipaySignInStart.State"/>.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }

    /// <summary>The <c>auth_code</c> of the Alipay SDK.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AlipaySignInRequest);
}

/// <summary>The tokens of a user who signed in.</summary>
public sealed class AlipayTokens
{
    /// <summary>The access token.</summary>
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>The ID token.</summary>
    [JsonPropertyName("id_token")]
    public string? IdToken { get; init; }

    /// <summary>The refresh token, if the scopes contain <c>offline_access</c>.</summary>
    [JsonPropertyName("refresh_token")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RefreshToken { get; init; }

    /// <summary>How the access token is sent: <c>Bearer</c>.</summary>
    [JsonPropertyName("token_type")]
    public string? TokenType { get; init; }

    /// <summary>The lifetime of the access token in seconds.</summary>
    [JsonPropertyName("expires_in")]
    public long ExpiresIn { get; init; }

    /// <summary>The granted scopes, separated by blanks.</summary>
    [JsonPropertyName("scope")]
    public string? Scope { get; init; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AlipayTokens);
}

/// <summary>The user was recognized, but the service demands another step before it issues tokens.</summary>
public sealed class AlipayActionRequired
{
    /// <summary>The kind of the step: <c>mfa_required</c>, <c>account_binding_required</c> or <c>action_required</c> for any other.</summary>
    [JsonPropertyName("error")]
    public required string Error { get; init; }

    /// <summary>The service's code of the step, for example 1635 (factor of the user) or 1636 (factor of the application).</summary>
    [JsonPropertyName("api_code")]
    public required int? ApiCode { get; init; }

    /// <summary>The service's text for the user, in the language of the request.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>The data for multi-factor authentication, if that is the step.</summary>
    [JsonPropertyName("mfa")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlipayMfa? Mfa { get; init; }

    /// <summary>All data of the service for the step, as it sent them; <see langword="null"/> if there are none.</summary>
    [JsonPropertyName("data")]
    public JsonElement? Data { get; init; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AlipayActionRequired);
}

/// <summary>What an app needs to continue with multi-factor authentication.</summary>
public sealed class AlipayMfa
{
    /// <summary>The token for the verification of a factor, valid for some minutes (<c>Authorization: Bearer</c>).</summary>
    [JsonPropertyName("mfa_token")]
    public required string MfaToken { get; init; }

    /// <summary>The factors that the application offers, in their order.</summary>
    [JsonPropertyName("factors")]
    public required IReadOnlyList<AlipayMfaFactor> Factors { get; init; }

    /// <summary>The masked phone number for pass codes, or <see langword="null"/>.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The masked e-mail address for pass codes, or <see langword="null"/>.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>Whether the user has an authenticator app.</summary>
    [JsonPropertyName("totp_enabled")]
    public bool TotpEnabled { get; init; }

    /// <summary>Whether the user can use face recognition.</summary>
    [JsonPropertyName("face_enabled")]
    public bool FaceEnabled { get; init; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AlipayMfa);
}

/// <summary>A factor of multi-factor authentication.</summary>
public sealed class AlipayMfaFactor
{
    /// <summary>The factor as the service names it, for example <c>SMS</c>, <c>EMAIL</c>, <c>OTP</c>, <c>FACE</c> or <c>PASSKEY</c>.</summary>
    [JsonPropertyName("policy")]
    public required string Policy { get; init; }

    /// <summary>Its state, as the service sends it.</summary>
    [JsonPropertyName("status")]
    public int Status { get; init; }
}
