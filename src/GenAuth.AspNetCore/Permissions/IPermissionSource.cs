using System.Security.Claims;
using GenAuth.AspNetCore.Client;
using GenAuth.Models;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>Asks the service about permissions.</summary>
internal interface IPermissionSource
{
    /// <summary>The resources on which the user may perform the action. What the service does not mention is not allowed.</summary>
    /// <exception cref="GenAuthException">The service could not be asked, or returned an error.</exception>
    Task<IReadOnlyCollection<string>> GetAllowedAsync(PermissionQuery query, CancellationToken cancellationToken);
}

/// <summary>Asks with the access key of the user pool.</summary>
/// <param name="client">The client.</param>
/// <param name="permissionSpace">The code of the permission space.</param>
internal sealed class ManagementPermissionSource(IManagementClient client, string permissionSpace) : IPermissionSource
{
    public async Task<IReadOnlyCollection<string>> GetAllowedAsync(PermissionQuery query, CancellationToken cancellationToken)
    {
        var response = await client.CheckPermissionAsync(
            new CheckPermissionDto
            {
                UserId = query.UserId,
                NamespaceCode = permissionSpace,
                Action = query.Action,
                Resources = query.Resources,
                JudgeConditionEnabled = query.Environment is null ? null : true,
                AuthEnvParams = query.Environment,
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return [.. (response.Data?.CheckResultList ?? [])
            .Where(result => result.Enabled && result.Action == query.Action && result.NamespaceCode == permissionSpace)
            .Select(static result => result.Resource)];
    }
}

/// <summary>Asks with the access token of the user.</summary>
/// <param name="sources">The ways in which users sign in.</param>
/// <param name="kind">The kind of the resources; each has an operation of its own.</param>
internal sealed class UserTokenPermissionSource(IEnumerable<IUserClientSource> sources, GenAuthResourceKind kind) : IPermissionSource
{
    public async Task<IReadOnlyCollection<string>> GetAllowedAsync(PermissionQuery query, CancellationToken cancellationToken)
    {
        var client = await FindClientAsync(query.User, cancellationToken).ConfigureAwait(false);
        var response = await (kind switch
        {
            GenAuthResourceKind.Array => client.CheckPermissionByArrayResourceAsync(new() { Resources = query.Resources, Action = query.Action }, cancellationToken: cancellationToken),
            GenAuthResourceKind.Tree => client.CheckPermissionByTreeResourceAsync(new() { Resources = query.Resources, Action = query.Action }, cancellationToken: cancellationToken),
            _ => client.CheckPermissionByStringResourceAsync(new() { Resources = query.Resources, Action = query.Action }, cancellationToken: cancellationToken),
        }).ConfigureAwait(false);
        return [.. (response.Data?.CheckResultList ?? [])
            .Where(result => result.Enabled && result.Action == query.Action)
            .Select(static result => result.Resource)];
    }

    private async Task<IAuthenticationClient> FindClientAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(user, cancellationToken).ConfigureAwait(false) is { } client)
            {
                return client;
            }
        }

        throw new PermissionTokenMissingException();
    }
}

/// <summary>The user did not sign in with this package, so that there is no access token.</summary>
internal sealed class PermissionTokenMissingException()
    : InvalidOperationException("there is no access token of the user, who did not sign in through AddGenAuthApi or AddGenAuthWebApp. Use one of them, or set Source to Management.");
