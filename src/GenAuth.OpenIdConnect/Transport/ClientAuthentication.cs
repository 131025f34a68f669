using System.Net.Http.Headers;
using System.Text;
using GenAuth.OpenIdConnect.Client;

namespace GenAuth.OpenIdConnect.Transport;

/// <summary>Authenticates the application to an endpoint by one of the three methods of the service.</summary>
internal static class ClientAuthentication
{
    /// <summary>Adds the credentials to the form, or returns the header that has them.</summary>
    public static async Task<AuthenticationHeaderValue?> AddToAsync(
        FormFields form, OpenIdConnectSettings settings, TokenEndpointAuthMethod method, string operation, CancellationToken cancellationToken)
    {
        if (method == TokenEndpointAuthMethod.None)
        {
            form.Add("client_id", settings.AppId);
            return null;
        }

        var secret = await settings.GetSecretAsync(operation, $"because the endpoint's authentication method is {method}", cancellationToken).ConfigureAwait(false);
        if (method == TokenEndpointAuthMethod.ClientSecretPost)
        {
            form.Add("client_id", settings.AppId).AddSecret("client_secret", secret);
            return null;
        }

        form.Hide(secret);

        // RFC 6749, section 2.3.1: both parts are form-encoded first, so that an ID may hold a colon.
        return new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString(settings.AppId) + ":" + Uri.EscapeDataString(secret))));
    }
}
