using System.Net;
using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Endpoints;

/// <summary><c>POST {prefix}/token/introspection</c> and <c>POST {prefix}/token/revocation</c>.</summary>
internal sealed class TokenStatusEndpoints(ClientAuthentication clients, TenantStore store, TokenService tokens, ProtocolFlavor protocol)
{
    public TenantResponse Introspect(GenAuthTenantRequest request)
    {
        var form = ReadForm(request);
        var token = tokens.FindActive(form.Require("token"));

        // With strict=true a token of a user who was deleted or locked is inactive too.
        if (token?.Grant.Protocol != protocol.Prefix || (form["strict"] == "true" && !tokens.IsUserActive(token.Grant)))
        {
            return ProviderResponse.Json(new() { ["active"] = false });
        }

        var response = new JsonObject
        {
            ["active"] = true,
            ["client_id"] = token.Grant.ClientId,
            ["exp"] = token.ExpiresAt.ToUnixTimeSeconds(),
            ["iat"] = token.IssuedAt.ToUnixTimeSeconds(),
            ["iss"] = tokens.GetIssuer(token.Grant),
            ["jti"] = token.Id,
            ["scope"] = string.Join(' ', token.Scopes),
        };
        if (token.Grant.UserId is { } userId)
        {
            response["sub"] = userId;
        }

        if (!token.IsRefreshToken)
        {
            response["token_type"] = "Bearer";
        }

        return ProviderResponse.Json(response);
    }

    /// <summary>Revokes a token. One that is unknown, expired or revoked already is a success too, as in RFC 7009.</summary>
    public TenantResponse Revoke(GenAuthTenantRequest request)
    {
        var form = ReadForm(request);
        if (tokens.FindActive(form.Require("token")) is { } token && token.Grant.Protocol == protocol.Prefix)
        {
            store.Grants.Remove(token);
            if (token.IsRefreshToken)
            {
                token.Grant.Revoke();
            }
        }

        return TenantResponse.Create(HttpStatusCode.OK, "text/plain; charset=utf-8", string.Empty);
    }

    private RequestParameters ReadForm(GenAuthTenantRequest request)
    {
        var form = RequestParameters.ReadForm(request);
        form.RequireSingle();
        clients.RequireApplication(request, form);
        return form;
    }
}
