using System.Globalization;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Authorization;

/// <summary>The checked parameters of an authorization request.</summary>
internal sealed class AuthorizationRequest
{
    private const int MinChallengeLength = 43;

    private static readonly string[] Prompts = ["none", "login", "consent", "select_account"];
    private static readonly string[] OpenIdTypes = ["none", "code", "token", "id_token", "id_token token", "code token", "code id_token", "code id_token token"];
    private static readonly string[] OAuthTypes = ["code", "token"];

    private AuthorizationRequest(RequestParameters parameters, TenantSettings settings, ProtocolFlavor protocol, AuthorizationTarget target)
    {
        parameters.RequireSingle();
        Target = target;
        Protocol = protocol;
        ResponseTypes = ReadResponseTypes(parameters, protocol);
        if (target.Mode == AuthorizationResponse.Query && ReturnsTokens)
        {
            throw OAuthErrorException.InvalidRequest("response_mode query is not allowed for a response with tokens.");
        }

        if (parameters["request"] is not null || parameters["request_uri"] is not null)
        {
            throw new OAuthErrorException("request_not_supported", "request and request_uri are not supported. Send the parameters themselves.");
        }

        Prompt = ReadPrompt(parameters);
        Scopes = ReadScopes(parameters, settings, protocol);
        Nonce = parameters["nonce"];
        if (ResponseTypes.Contains("id_token") && Nonce is null)
        {
            throw OAuthErrorException.InvalidRequest("nonce is missing, which a response with an ID token needs.");
        }

        ReadChallenge(parameters, settings);
        MaxAge = ReadMaxAge(parameters);
        LoginHint = parameters["login_hint"];
        IdTokenHint = parameters["id_token_hint"];
    }

    public ProtocolFlavor Protocol { get; }

    public AuthorizationTarget Target { get; }

    public IReadOnlyList<string> ResponseTypes { get; }

    public IReadOnlyList<string> Scopes { get; }

    public IReadOnlyList<string> Prompt { get; }

    public string? Nonce { get; }

    public string? Challenge { get; private set; }

    public string? ChallengeMethod { get; private set; }

    public TimeSpan? MaxAge { get; }

    public string? LoginHint { get; }

    public string? IdTokenHint { get; }

    public bool ReturnsCode => ResponseTypes.Contains("code");

    private bool ReturnsTokens => ResponseTypes.Any(type => type is "token" or "id_token");

    /// <exception cref="OAuthErrorException">A parameter is missing or invalid. The error goes to the application.</exception>
    public static AuthorizationRequest Read(RequestParameters parameters, TenantSettings settings, ProtocolFlavor protocol, AuthorizationTarget target) =>
        new(parameters, settings, protocol, target);

    private static string[] ReadResponseTypes(RequestParameters parameters, ProtocolFlavor protocol)
    {
        var given = parameters.Require("response_type").Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();
        return (protocol.IsOpenId ? OpenIdTypes : OAuthTypes).Contains(string.Join(' ', given))
            ? given
            : throw new OAuthErrorException("unsupported_response_type", "This response_type is not supported. Use code.");
    }

    private static IReadOnlyList<string> ReadPrompt(RequestParameters parameters)
    {
        var prompt = parameters.List("prompt");
        return prompt.Except(Prompts).Any() ? throw OAuthErrorException.InvalidRequest("prompt has a value other than none, login, consent and select_account.")
            : prompt.Contains("none") && prompt.Count > 1 ? throw OAuthErrorException.InvalidRequest("prompt none cannot be combined with other values.")
            : prompt;
    }

    /// <summary>Scopes that the application does not have are left out without an error, as the service does.</summary>
    private string[] ReadScopes(RequestParameters parameters, TenantSettings settings, ProtocolFlavor protocol)
    {
        if (!protocol.IsOpenId)
        {
            return parameters.List("scope") is { Count: > 0 } given ? [.. given] : ["user"];
        }

        var scopes = parameters.List("scope");
        if (!scopes.Contains(UserClaims.OpenId))
        {
            throw OAuthErrorException.InvalidRequest("scope must contain openid.");
        }

        // Without prompt=consent the service leaves out offline_access, also without an error.
        var isOffline = ReturnsCode && Prompt.Contains("consent");
        return [.. scopes.Where(scope => scope == UserClaims.OfflineAccess ? isOffline : UserClaims.Scopes.Contains(scope) || settings.CustomScopes.Contains(scope))];
    }

    private void ReadChallenge(RequestParameters parameters, TenantSettings settings)
    {
        Challenge = parameters["code_challenge"];
        ChallengeMethod = Challenge is null ? null : parameters["code_challenge_method"] ?? "plain";
        var problem =
            Challenge is null && parameters["code_challenge_method"] is not null ? "code_challenge is missing."
            : ChallengeMethod is not (null or "S256" or "plain") ? "code_challenge_method is not S256 or plain."
            : Challenge is { Length: < MinChallengeLength or > 128 } ? "code_challenge must have 43 to 128 characters."
            : Challenge is null && ReturnsCode && Protocol.IsOpenId && settings.TokenEndpointAuthMethod == TokenEndpointAuthMethod.None
                ? "code_challenge is missing. An application without a secret must use PKCE."
            : null;
        if (problem is not null)
        {
            throw OAuthErrorException.InvalidRequest(problem);
        }
    }

    private static TimeSpan? ReadMaxAge(RequestParameters parameters) =>
        parameters["max_age"] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : throw OAuthErrorException.InvalidRequest("max_age must be a number of seconds.");
}
