using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Endpoints;

/// <summary><c>GET</c> and <c>POST {prefix}/me</c>.</summary>
internal sealed class UserInfoEndpoint(TenantSettings settings, TokenService tokens, ProtocolFlavor protocol)
{
    private static readonly string[] OAuthScopes = ["username", "profile", "email", "phone"];

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        var token = tokens.FindActive(GetToken(request));
        if (token?.Grant.Protocol != protocol.Prefix || tokens.FindUser(token) is not { } user)
        {
            throw new OAuthErrorException("invalid_token", "The access token is missing, unknown, expired or revoked.", HttpStatusCode.Unauthorized);
        }

        if (protocol.IsOpenId && !token.Scopes.Contains(UserClaims.OpenId))
        {
            throw new OAuthErrorException("insufficient_scope", "The access token does not have the scope openid.", HttpStatusCode.Forbidden);
        }

        var claims = new JsonObject { ["sub"] = user.Id };
        UserClaims.AddTo(claims, user, protocol.IsOpenId ? token.Scopes : OAuthScopes, settings);
        return ProviderResponse.Json(claims);
    }

    /// <summary>The token of the header, the query or the form.</summary>
    private static string? GetToken(GenAuthTenantRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.GetValueOrDefault("Authorization"), out var header) && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : RequestParameters.Read(request)["access_token"];
}
