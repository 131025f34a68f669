using System.Net.Http.Headers;
using System.Text;
using GenAuth.Pipeline;
using GenAuth.Settings;

namespace GenAuth.Authorization;

/// <summary>
/// The application's own credentials as HTTP Basic where an operation asks for them and the application is set to that
/// method; otherwise the end user's token, where there is one.
/// </summary>
internal sealed class ApplicationAuthorization(AuthenticationSettings settings) : IRequestAuthorization
{
    public bool CoversHeaders => false;

    public bool CoversBody => false;

    public Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken)
    {
        if (request.UsesClientCredentials && settings.TokenEndpointAuthMethod == TokenEndpointAuthMethod.ClientSecretBasic)
        {
            var credentials = settings.AppId + ":" + ClientCredentials.RequireSecret(settings);
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }
        else if (accessToken is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }

        return Task.CompletedTask;
    }

    /// <summary>Neither credentials nor an end user's token can be renewed here.</summary>
    public bool TryRecover(HttpRequestMessage message, AuthorizationFailure failure) => false;
}
