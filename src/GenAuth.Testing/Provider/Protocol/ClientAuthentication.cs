using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Protocol;

/// <summary>Authenticates the application, or the access account of a machine, at the endpoints that programs call.</summary>
internal sealed class ClientAuthentication(TenantSettings settings)
{
    /// <exception cref="OAuthErrorException">The application did not authenticate itself by its method.</exception>
    public void RequireApplication(GenAuthTenantRequest request, RequestParameters form)
    {
        var (clientId, secret) = (form["client_id"], form["client_secret"]);
        if (CredentialsCheck.GetProblem(settings, request, clientId, secret, isOAuth: true) is { } problem)
        {
            throw OAuthErrorException.InvalidClient(problem);
        }

        // An application without a secret has to say which it is.
        if (settings.TokenEndpointAuthMethod == TokenEndpointAuthMethod.None && clientId is null && request.Headers.GetValueOrDefault(settings.AppIdHeader) != settings.AppId)
        {
            throw OAuthErrorException.InvalidClient("client_id is missing.");
        }
    }

    /// <exception cref="OAuthErrorException">The ID or the secret of the access account is wrong.</exception>
    public AccessAccount RequireAccessAccount(GenAuthTenantRequest request, RequestParameters form)
    {
        var basic = BasicCredentials.Read(request);
        return settings.AccessAccounts.FirstOrDefault(account => basic is null
                ? account.Id == form["client_id"] && Secrets.AreEqual(form["client_secret"], account.Secret)
                : basic.MatchFormEncoded(account.Id, account.Secret))
            ?? throw OAuthErrorException.InvalidClient("client_id and client_secret are not the ID and the secret of an access account. Add it to AccessAccounts of the tenant's options.");
    }
}
