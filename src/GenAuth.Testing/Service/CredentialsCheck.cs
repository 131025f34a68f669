using System.Net.Http.Headers;
using System.Text;

namespace GenAuth.Testing.Service;

/// <summary>Checks that the application authenticates itself by its configured method, and by no other.</summary>
internal static class CredentialsCheck
{
    /// <summary>The problem and its remedy, or <see langword="null"/>. The text contains no credentials.</summary>
    public static string? GetProblem(TenantSettings settings, GenAuthTenantRequest request, SignInBody body)
    {
        var basic = GetBasicCredentials(request);
        var inBody = body.ClientId is not null || body.ClientSecret is not null;
        return settings.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethod.ClientSecretPost when basic is not null =>
                "The application uses client_secret_post, so an Authorization header with Basic is not accepted.",
            TokenEndpointAuthMethod.ClientSecretPost when !Secrets.AreEqual(body.ClientId, settings.AppId) || !Secrets.AreEqual(body.ClientSecret, settings.AppSecret) =>
                "The application uses client_secret_post: client_id or client_secret of the body is missing or wrong.",
            TokenEndpointAuthMethod.ClientSecretBasic when inBody =>
                "The application uses client_secret_basic, so client_id and client_secret are not accepted in the body.",
            TokenEndpointAuthMethod.ClientSecretBasic when !Secrets.AreEqual(basic, Encode(settings)) =>
                "The application uses client_secret_basic: the Authorization header with Basic is missing or wrong.",
            TokenEndpointAuthMethod.None when basic is not null || body.ClientSecret is not null =>
                "The application uses the method none, so a secret is not accepted.",
            TokenEndpointAuthMethod.None when body.ClientId is not null && body.ClientId != settings.AppId =>
                "The client_id of the body is that of another application.",
            _ => null,
        };
    }

    private static string? GetBasicCredentials(GenAuthTenantRequest request) =>
        request.Headers.TryGetValue("Authorization", out var text)
        && AuthenticationHeaderValue.TryParse(text, out var header)
        && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter ?? string.Empty
            : null;

    // The service does not expect form-encoded credentials, unlike RFC 6749.
    private static string Encode(TenantSettings settings) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(settings.AppId + ":" + settings.AppSecret));
}
