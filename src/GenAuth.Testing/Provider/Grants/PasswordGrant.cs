using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Grants;

/// <summary>Exchanges a user's account and password for tokens.</summary>
internal sealed class PasswordGrant(TenantSettings settings, TenantStore store, TokenService tokens)
{
    /// <exception cref="OAuthErrorException">The account or the password is wrong.</exception>
    public JsonObject Handle(RequestParameters form, ProtocolFlavor protocol)
    {
        var user = store.Users.FindByAccount(form.Require("username"));
        if (user is not { IsActive: true, Password: { } password } || !Secrets.AreEqual(form.Require("password"), password))
        {
            throw OAuthErrorException.InvalidGrant("The account or the password is wrong, or the account is locked.");
        }

        IReadOnlyList<string> scopes = [.. form.List("scope").Where(scope => UserClaims.Scopes.Contains(scope) || settings.CustomScopes.Contains(scope))];
        return tokens.CreateTokens(tokens.CreateGrant(protocol, user.Id, scopes, settings.TimeProvider.GetUtcNow()), scopes);
    }
}
