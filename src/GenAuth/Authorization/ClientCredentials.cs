using GenAuth.Settings;

namespace GenAuth.Authorization;

/// <summary>The application's ID and secret, placed as its authentication method demands.</summary>
internal static class ClientCredentials
{
    /// <summary>What belongs into the body: ID and secret with <c>client_secret_post</c>, nothing with the other methods.</summary>
    public static (string? Id, string? Secret) ForBody(AuthenticationSettings settings) =>
        settings.TokenEndpointAuthMethod == TokenEndpointAuthMethod.ClientSecretPost
            ? (settings.AppId, RequireSecret(settings))
            : (null, null);

    /// <exception cref="InvalidOperationException">The client has no secret.</exception>
    public static string RequireSecret(AuthenticationSettings settings) => settings.AppSecret ?? throw new InvalidOperationException(
        $"This operation needs the application's secret, because TokenEndpointAuthMethod is {settings.TokenEndpointAuthMethod}. "
        + "Set AppSecret in the client's options, or TokenEndpointAuthMethod to None if the application is public.");
}
