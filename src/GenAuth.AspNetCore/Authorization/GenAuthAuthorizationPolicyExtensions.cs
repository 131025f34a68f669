using GenAuth.AspNetCore;
using Microsoft.AspNetCore.Authorization;

// The framework's own namespace, so that the methods are found wherever policies are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds scopes and permissions to authorization policies.</summary>
public static class GenAuthAuthorizationPolicyExtensions
{
    /// <summary>Requires that the access token has all of the given scopes.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="scopes">The scopes, separated by blanks, for example <c>book:read</c>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException"><paramref name="scopes"/> has no scope, or a character that a scope cannot have.</exception>
    public static AuthorizationPolicyBuilder RequireGenAuthScope(this AuthorizationPolicyBuilder policy, string scopes)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(new GenAuthScopeRequirement(scopes));
    }

    /// <summary>Requires that the user may perform an action on a data resource. Needs <c>AddGenAuthPermissions</c>.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="resource">The code of the resource, or the path of a node of a tree resource; 1 to 50 characters.</param>
    /// <param name="action">The action, as defined on the resource, for example <c>read</c>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">A value is blank or too long.</exception>
    public static AuthorizationPolicyBuilder RequireGenAuthPermission(this AuthorizationPolicyBuilder policy, string resource, string action)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(new GenAuthPermissionRequirement(resource, action));
    }
}
