using System.Net.Http.Headers;
using System.Text;

namespace GenAuth.Testing.Service;

/// <summary>Whether the application proved itself in the way that it is set to, and in no other.</summary>
internal static class CredentialsCheck
{
    /// <summary>What is wrong, with the remedy, or <see langword="null"/>. Never repeats a credential.</summary>
    public static string? Problem(TenantSettings settings, GenAuthTenantRequest request, SignInBody body)
    {
        var basic = BasicOf(request);
        var inBody = body.ClientId is not null || body.ClientSecret is not null;
        return settings.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethod.ClientSecretPost when basic is not null =>
                "The application is set to client_secret_post, so an Authorization header with Basic is not accepted.",
            TokenEndpointAuthMethod.ClientSecretPost when !Secret.IsSame(body.ClientId, settings.AppId) || !Secret.IsSame(body.ClientSecret, settings.AppSecret) =>
                "The application is set to client_secret_post: client_id and client_secret of the body are missing or wrong.",
            TokenEndpointAuthMethod.ClientSecretBasic when inBody =>
                "The application is set to client_secret_basic, so client_id and client_secret do not belong into the body.",
            TokenEndpointAuthMethod.ClientSecretBasic when !Secret.IsSame(basic, Encode(settings)) =>
                "The application is set to client_secret_basic: the Authorization header with Basic is missing or wrong.",
            TokenEndpointAuthMethod.None when basic is not null || body.ClientSecret is not null =>
                "The application is set to none, so it sends no secret.",
            TokenEndpointAuthMethod.None when body.ClientId is not null && body.ClientId != settings.AppId =>
                "The client_id of the body is another application's.",
            _ => null,
        };
    }

    private static string? BasicOf(GenAuthTenantRequest request) =>
        request.Headers.TryGetValue("Authorization", out var text)
        && AuthenticationHeaderValue.TryParse(text, out var header)
        && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter ?? string.Empty
            : null;

    // ID and secret as they are: the service does not form-encode them first.
    private static string Encode(TenantSettings settings) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(settings.AppId + ":" + settings.AppSecret));
}
