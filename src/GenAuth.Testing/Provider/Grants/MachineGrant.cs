using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Grants;

/// <summary>Issues the access token of a machine (<c>client_credentials</c>).</summary>
internal sealed class MachineGrant(TenantSettings settings, TokenService tokens)
{
    /// <exception cref="OAuthErrorException">The application cannot have such tokens.</exception>
    public JsonObject Handle(AccessAccount account, RequestParameters form)
    {
        if (settings.SigningAlgorithm != GenAuthTenantSigningAlgorithm.RS256)
        {
            throw new OAuthErrorException("unauthorized_client", "client_credentials needs an application whose tokens are signed with RS256.");
        }

        var requested = form.List("scope").ToLookup(account.IsGranted);
        IReadOnlyList<string> scopes = [.. requested[true]];
        var now = settings.TimeProvider.GetUtcNow();
        var grant = new Grant(ProtocolFlavor.OpenIdConnect.Prefix, account.Id, null, scopes, now);
        var response = new JsonObject
        {
            ["access_token"] = tokens.CreateAccessToken(grant, scopes, account.TokenLifetimeSeconds).Value,
            ["token_type"] = "Bearer",
            ["expires_in"] = account.TokenLifetimeSeconds,
            ["scope"] = string.Join(' ', scopes),
        };
        if (requested.Contains(false))
        {
            response["rejected_scope"] = string.Join(' ', requested[false]);
        }

        return response;
    }
}
