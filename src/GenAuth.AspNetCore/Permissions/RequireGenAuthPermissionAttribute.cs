using Microsoft.AspNetCore.Authorization;

namespace GenAuth.AspNetCore;

/// <summary>
/// Requires an authenticated user who may perform an action on a data resource, on a controller, an action, a page, a hub or an endpoint.
/// Needs <c>AddGenAuthPermissions</c>; without it every request is denied.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireGenAuthPermissionAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    private readonly GenAuthPermissionRequirement _requirement;

    /// <summary>Creates the attribute.</summary>
    /// <param name="resource">The code of the resource, or the path of a node of a tree resource; 1 to 50 characters.</param>
    /// <param name="action">The action, as defined on the resource, for example <c>read</c>.</param>
    /// <exception cref="ArgumentException">A value is blank or too long.</exception>
    public RequireGenAuthPermissionAttribute(string resource, string action) => _requirement = new GenAuthPermissionRequirement(resource, action);

    /// <summary>The data resource.</summary>
    public string Resource => _requirement.Resource;

    /// <summary>The action.</summary>
    public string Action => _requirement.Action;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [_requirement];
}
