using GenAuth.AspNetCore.Client;
using GenAuth.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>Stops a host with invalid settings of permissions at its start.</summary>
internal sealed class PermissionOptionsValidator(IServiceProvider services) : IValidateOptions<GenAuthPermissionOptions>
{
    private static readonly TimeSpan MaxCacheDuration = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, GenAuthPermissionOptions options) => OptionsProblems.CreateResult("GenAuth permissions", name, GetProblems(options).OfType<string>());

    private IEnumerable<string?> GetProblems(GenAuthPermissionOptions options) =>
    [
        options.CacheDuration >= TimeSpan.Zero && options.CacheDuration <= MaxCacheDuration ? null : "CacheDuration must be between zero and 5 minutes.",
        Enum.IsDefined(options.ResourceKind) ? null : "ResourceKind is not a defined value. Use Text, Array or Tree.",
        options is { Source: GenAuthPermissionSource.UserToken, GetEnvironment: not null }
            ? "GetEnvironment is set, but the operations with the user's token accept no environment. Set Source to Management, or remove GetEnvironment."
            : null,
        options.Source switch
        {
            GenAuthPermissionSource.Management when string.IsNullOrWhiteSpace(options.Namespace) => "Namespace is empty. Set the code of the permission space from the console.",
            GenAuthPermissionSource.Management => GetClientProblem(options.ClientName),
            GenAuthPermissionSource.UserToken => services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IUserClientSource))
                ? null
                : "Source is UserToken, but users do not sign in with this package. Call AddGenAuthApi or AddGenAuthWebApp, or set Source to Management.",
            _ => "Source is not a defined value. Use Management or UserToken.",
        },
    ];

    private string? GetClientProblem(string? name)
    {
        var isRegistered = name is null
            ? services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IManagementClient))
            : services.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(IManagementClient), name);
        return isRegistered ? null
            : name is null ? "No IManagementClient is registered. Call services.AddGenAuthManagement, or set Source to UserToken."
            : "No IManagementClient is registered with the key of ClientName. Call services.AddGenAuthManagement with this name.";
    }
}
