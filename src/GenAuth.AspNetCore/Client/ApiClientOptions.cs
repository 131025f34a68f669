using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.Client;

/// <summary>The options of the API client of an application, from those of its sign-in.</summary>
internal static class ApiClientOptions
{
    public static AuthenticationClientOptions Create(OpenIdConnectClientOptions options)
    {
        var api = new AuthenticationClientOptions
        {
            AppHost = options.AppHost,
            AppId = options.AppId,
            AppSecret = options.AppSecret,
            ClientSecretProvider = options.ClientSecretProvider,
            TokenEndpointAuthMethod = options.TokenEndpointAuthMethod,
        };
        options.CopyTo(api);
        return api;
    }
}
