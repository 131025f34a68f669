namespace GenAuth.Testing.Service;

/// <summary>Checks that the application authenticates itself by its configured method, and by no other.</summary>
internal static class CredentialsCheck
{
    /// <summary>The problem and its remedy, or <see langword="null"/>. The text contains no credentials.</summary>
    /// <param name="settings">The application.</param>
    /// <param name="request">The request, for its Authorization header.</param>
    /// <param name="clientId">The <c>client_id</c> of the body.</param>
    /// <param name="clientSecret">The <c>client_secret</c> of the body.</param>
    /// <param name="isOAuth">True at the endpoints of OAuth, which accept form-encoded credentials in the header.</param>
    public static string? GetProblem(TenantSettings settings, GenAuthTenantRequest request, string? clientId, string? clientSecret, bool isOAuth = false)
    {
        var basic = BasicCredentials.Read(request);
        var isBasicValid = isOAuth ? basic?.MatchFormEncoded(settings.AppId, settings.AppSecret) : basic?.Match(settings.AppId, settings.AppSecret);
        return settings.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethod.ClientSecretPost when basic is not null =>
                "The application uses client_secret_post, so an Authorization header with Basic is not accepted.",
            TokenEndpointAuthMethod.ClientSecretPost when !Secrets.AreEqual(clientId, settings.AppId) || !Secrets.AreEqual(clientSecret, settings.AppSecret) =>
                "The application uses client_secret_post: client_id or client_secret of the body is missing or wrong.",
            TokenEndpointAuthMethod.ClientSecretBasic when clientSecret is not null || (clientId is not null && clientId != settings.AppId) =>
                "The application uses client_secret_basic, so client_secret is not accepted in the body.",
            TokenEndpointAuthMethod.ClientSecretBasic when isBasicValid != true =>
                "The application uses client_secret_basic: the Authorization header with Basic is missing or wrong.",
            TokenEndpointAuthMethod.None when basic is not null || clientSecret is not null =>
                "The application uses the method none, so a secret is not accepted.",
            TokenEndpointAuthMethod.None when clientId is not null && clientId != settings.AppId =>
                "The client_id of the body is that of another application.",
            _ => null,
        };
    }
}
