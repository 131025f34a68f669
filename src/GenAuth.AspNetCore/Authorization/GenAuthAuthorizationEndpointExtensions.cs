using GenAuth.AspNetCore;
using GenAuth.AspNetCore.Permissions;
using Microsoft.Extensions.DependencyInjection;

// The framework's own namespace, so that the methods are found wherever endpoints are mapped.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Requires scopes and permissions for endpoints.</summary>
public static class GenAuthAuthorizationEndpointExtensions
{
    /// <summary>Requires an authenticated caller whose access token has all of the given scopes. Otherwise the response is 401, or 403 with <c>insufficient_scope</c>.</summary>
    /// <typeparam name="TBuilder">The type of the endpoints' builder.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="scopes">The scopes, separated by blanks, for example <c>book:read</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="scopes"/> has no scope, or a character that a scope cannot have.</exception>
    public static TBuilder RequireGenAuthScope<TBuilder>(this TBuilder builder, string scopes)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireGenAuthScopeAttribute(scopes));

    /// <summary>
    /// Requires an authenticated user who may perform an action on a data resource. The service decides; see
    /// <see cref="GenAuthPermissionServiceCollectionExtensions"/>. Several calls require all of the permissions, which are checked together.
    /// </summary>
    /// <typeparam name="TBuilder">The type of the endpoints' builder.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="resource">The code of the resource, or the path of a node of a tree resource, for example <c>/structure/code</c>; 1 to 50 characters.</param>
    /// <param name="action">The action, as defined on the resource, for example <c>read</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">A value is blank or too long.</exception>
    /// <exception cref="InvalidOperationException">When the program starts: <c>AddGenAuthPermissions</c> was not called.</exception>
    public static TBuilder RequireGenAuthPermission<TBuilder>(this TBuilder builder, string resource, string action)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization(new RequireGenAuthPermissionAttribute(resource, action));
        builder.Add(static endpoint => PermissionRegistration.Require(endpoint.ApplicationServices));
        return builder;
    }
}
