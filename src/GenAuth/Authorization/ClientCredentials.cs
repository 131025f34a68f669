using GenAuth.Settings;

namespace GenAuth.Authorization;

/// <summary>The application's secret, where its authentication method demands one.</summary>
internal static class ClientCredentials
{
    /// <exception cref="InvalidOperationException">The client has no secret.</exception>
    public static string RequireSecret(AuthenticationSettings settings) => settings.AppSecret ?? throw new InvalidOperationException(
        $"This operation needs the application's secret, because TokenEndpointAuthMethod is {settings.TokenEndpointAuthMethod}. "
        + "Set AppSecret or ClientSecretProvider in the client's options, or TokenEndpointAuthMethod to None if the application is public.");
}
