using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Grants;

/// <summary><c>POST {prefix}/token</c>.</summary>
internal sealed class TokenEndpoint(ClientAuthentication clients, CodeGrant codes, RefreshGrant refresh, PasswordGrant passwords, MachineGrant machines, ProtocolFlavor protocol)
{
    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        var form = RequestParameters.ReadForm(request);
        form.RequireSingle();
        var grantType = form.Require("grant_type");
        if (grantType == "client_credentials" && protocol.IsOpenId)
        {
            return ProviderResponse.Json(machines.Handle(clients.RequireAccessAccount(request, form), form));
        }

        Func<RequestParameters, ProtocolFlavor, JsonObject> grant = grantType switch
        {
            "authorization_code" => codes.Handle,
            "refresh_token" => refresh.Handle,
            "password" when protocol.IsOpenId => passwords.Handle,
            _ => throw new OAuthErrorException("unsupported_grant_type", "This grant_type is not supported here."),
        };
        clients.RequireApplication(request, form);
        return ProviderResponse.Json(grant(form, protocol));
    }
}
