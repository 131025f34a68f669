using GenAuth.Text;

namespace GenAuth.Settings;

/// <summary>The checks of the settings that identify an application. <see langword="null"/> stands for a setting without a problem.</summary>
internal static class ApplicationCheck
{
    public static IEnumerable<string?> IdProblems(string? appId) =>
    [
        string.IsNullOrWhiteSpace(appId) ? "AppId is empty. Set it to the application's ID, from its page in the console." : null,
        HeaderValidator.GetProblem(appId, "AppId"),
    ];

    public static IEnumerable<string?> SecretProblems(string? secret, IClientSecretProvider? provider) =>
    [
        secret is not null && string.IsNullOrWhiteSpace(secret)
            ? "AppSecret is blank. Set the application's secret, or leave it null."
            : HeaderValidator.GetSecretProblem(secret, "AppSecret"),
        secret is not null && provider is not null
            ? "AppSecret and ClientSecretProvider are both set. Remove one of them; a registered IClientSecretProvider counts as set."
            : null,
    ];

    public static string? MethodProblem(TokenEndpointAuthMethod? method, string setting) =>
        method is null or TokenEndpointAuthMethod.ClientSecretPost or TokenEndpointAuthMethod.ClientSecretBasic or TokenEndpointAuthMethod.None
            ? null
            : $"{setting} is not a defined value. Use ClientSecretPost, ClientSecretBasic or None.";
}
