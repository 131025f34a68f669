using Microsoft.AspNetCore.Authorization;

namespace GenAuth.AspNetCore;

/// <summary>Requires an authenticated caller whose access token has all of the given scopes, on a controller, an action, a hub or an endpoint.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireGenAuthScopeAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    private readonly GenAuthScopeRequirement _requirement;

    /// <summary>Creates the attribute.</summary>
    /// <param name="scopes">The scopes, separated by blanks, for example <c>book:read</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="scopes"/> has no scope, or a character that a scope cannot have.</exception>
    public RequireGenAuthScopeAttribute(string scopes)
    {
        Scopes = scopes;
        _requirement = new GenAuthScopeRequirement(scopes);
    }

    /// <summary>The required scopes, separated by blanks.</summary>
    public string Scopes { get; }

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [_requirement];
}
