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
            if (settings.ClientSecretProvider is { } provider)
            {
                return AuthorizeAsync(message, provider, request.Operation, cancellationToken);
            }

            message.Headers.Authorization = Basic(ClientCredentials.RequireSecret(settings));
        }
        else if (accessToken is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }

        return Task.CompletedTask;
    }

    /// <summary>Neither the secret nor an end user's token is renewed here: a sign-in that was refused may have used up a code.</summary>
    public ValueTask<bool> TryRecoverAsync(HttpRequestMessage message, AuthorizationFailure failure, CancellationToken cancellationToken) => new(false);

    private async Task AuthorizeAsync(HttpRequestMessage message, IClientSecretProvider provider, string operation, CancellationToken cancellationToken) =>
        message.Headers.Authorization = Basic(await provider.GetSecretAsync(operation, cancellationToken).ConfigureAwait(false));

    private AuthenticationHeaderValue Basic(string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(settings.AppId + ":" + secret)));
}

/// <summary>The application's secret, where its authentication method demands one.</summary>
internal static class ClientCredentials
{
    /// <exception cref="InvalidOperationException">The client has no secret.</exception>
    public static string RequireSecret(AuthenticationSettings settings) => settings.AppSecret ?? throw new InvalidOperationException(
        $"This operation needs the application's secret, because TokenEndpointAuthMethod is {settings.TokenEndpointAuthMethod}. "
        + "Set AppSecret or ClientSecretProvider in the client's options, or TokenEndpointAuthMethod to None if the application is public.");
}
