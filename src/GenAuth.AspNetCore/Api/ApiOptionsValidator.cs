using GenAuth.DependencyInjection;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Client;
using Microsoft.Extensions.Options;

namespace GenAuth.AspNetCore.Api;

/// <summary>Stops a host with invalid settings of an API at its start. The messages contain no secret.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<GenAuthApiOptions>
{
    private static readonly TimeSpan MaxCacheDuration = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, GenAuthApiOptions options) =>
        OptionsProblems.CreateResult("GenAuth API", name, [.. OpenIdConnectSettings.GetProblems(options, out _), .. GetProblems(options)]);

    private static IEnumerable<string> GetProblems(GenAuthApiOptions options)
    {
        string?[] problems =
        [
            options.Protocol == SignInProtocol.OpenIdConnect ? null : "Protocol must be OpenIdConnect. The tokens of OAuth2 are opaque, and an API cannot validate them.",
            options is { SigningAlgorithm: TokenSigningAlgorithm.HS256, AppSecret: null, ClientSecretProvider: null }
                ? "AppSecret is null, but it is the key of HS256. Set AppSecret or register an IClientSecretProvider, or set the application and SigningAlgorithm to RS256."
                : null,
            options is { SigningAlgorithm: TokenSigningAlgorithm.HS256, AccessAccounts.Count: > 0 }
                ? "AccessAccounts is set, but the service signs the tokens of access accounts with RS256 only. Set the application and SigningAlgorithm to RS256, or remove AccessAccounts."
                : null,
            options.AccessAccounts.Any(string.IsNullOrWhiteSpace) ? "AccessAccounts contains a blank ID. Set the IDs of the access accounts from the console." : null,
            string.IsNullOrWhiteSpace(options.NameClaimType) ? "NameClaimType is blank. Set the name of a claim, for example name." : null,
            string.IsNullOrWhiteSpace(options.RoleClaimType) ? "RoleClaimType is blank. Set the name of a claim, for example roles." : null,
            options.IntrospectionCacheDuration >= TimeSpan.Zero && options.IntrospectionCacheDuration <= MaxCacheDuration
                ? null
                : "IntrospectionCacheDuration must be between zero and 5 minutes.",
            options is { IntrospectTokens: true, AppSecret: null, ClientSecretProvider: null } && (options.IntrospectionEndpointAuthMethod ?? options.TokenEndpointAuthMethod) != TokenEndpointAuthMethod.None
                ? "IntrospectTokens needs the application's secret. Set AppSecret or register an IClientSecretProvider, or set IntrospectionEndpointAuthMethod to None as in the console."
                : null,
            options is { StrictIntrospection: true, Edition: not Edition.Authing } ? "StrictIntrospection exists in the Authing edition only. Set Edition, or remove it." : null,
        ];
        return problems.OfType<string>();
    }
}
