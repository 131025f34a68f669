using GenAuth.AspNetCore.Account;
using GenAuth.DependencyInjection;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Validation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>Stops a host with invalid settings at its start. The messages contain no secret.</summary>
/// <param name="environment">Where the program runs; plain http is for development only.</param>
internal sealed class WebAppOptionsValidator(IHostEnvironment? environment = null) : IValidateOptions<GenAuthWebAppOptions>
{
    private static readonly TimeSpan MaxLockDelay = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, GenAuthWebAppOptions options) =>
        OptionsProblems.CreateResult("GenAuth web app", name, GetProblems(options));

    private IEnumerable<string> GetProblems(GenAuthWebAppOptions options)
    {
        var problems = OpenIdConnectSettings.GetProblems(options, out var host);
        var scopes = ScopeList.Split(options.Scope);
        string?[] own =
        [
            host is { Scheme: "http", IsLoopback: true } && !options.AllowInsecureHttp && environment?.IsDevelopment() != true
                ? $"AppHost is plain http, and the environment is {environment?.EnvironmentName ?? "unknown"}. Write https, or run the program in the environment Development."
                : null,
            options.Protocol == SignInProtocol.OpenIdConnect ? null : "Protocol is OAuth2, which a web app does not support. Use OpenIdConnect.",
            GetSecretProblem(options),
            scopes.Contains("openid") ? null : "Scope has no openid, which OpenID Connect requires. Add it.",
            GetPromptProblem(options.Prompt, scopes),
            GetPathProblem(options.CallbackPath, nameof(options.CallbackPath)),
            GetPathProblem(options.SignedOutCallbackPath, nameof(options.SignedOutCallbackPath)),
            GetPathProblem(options.SignInFailedPath, nameof(options.SignInFailedPath)),
            options.RenewBefore >= TimeSpan.Zero ? null : "RenewBefore is negative. Use zero or more.",
            options.RenewalLockDelay > TimeSpan.Zero && options.RenewalLockDelay <= MaxLockDelay ? null : "RenewalLockDelay must be more than zero and at most 5 seconds.",
        ];
        return [.. problems, .. own.OfType<string>()];
    }

    private static string? GetSecretProblem(GenAuthWebAppOptions options) =>
        options.AppSecret is not null || options.ClientSecretProvider is not null ? null
        : options.TokenEndpointAuthMethod != TokenEndpointAuthMethod.None
            ? $"AppSecret is missing, which the authentication method {options.TokenEndpointAuthMethod} needs. Set it in user secrets, in an environment variable or in a vault."
        : options.SigningAlgorithm == TokenSigningAlgorithm.HS256
            ? "AppSecret is missing, which is the key of HS256. Set it, or set the application and SigningAlgorithm to RS256."
        : null;

    private static string? GetPromptProblem(string? prompt, IReadOnlyCollection<string> scopes) =>
        scopes.Contains("offline_access") && ScopeList.Split(prompt).Contains("none")
            ? "Prompt is none, but the scope offline_access needs the user's consent. Remove one of them."
            : null;

    private static string? GetPathProblem(string? path, string setting) =>
        path is null || LocalUrl.IsLocal(path)
            ? null
            : $"{setting} is not a path of this app. Write one that begins with a slash, for example /signin-oidc.";
}
