using GenAuth.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization;

namespace GenAuth.AspNetCore;

/// <summary>Requires that the access token has all of the given scopes. It needs no registration, also beside another handler for bearer tokens.</summary>
public sealed class GenAuthScopeRequirement : AuthorizationHandler<GenAuthScopeRequirement>, IAuthorizationRequirement
{
    private const string ClaimType = "scope";

    /// <summary>Creates the requirement.</summary>
    /// <param name="scopes">The scopes, separated by blanks, for example <c>book:read</c>. They are compared exactly: a wildcard in a token's scope is not expanded.</param>
    /// <exception cref="ArgumentException"><paramref name="scopes"/> has no scope, or a character that a scope cannot have.</exception>
    public GenAuthScopeRequirement(string scopes)
    {
        Throw.IfBlank(scopes, nameof(scopes), "Pass a scope, for example book:read.");
        if (!scopes.All(static character => character is >= ' ' and <= '~' and not ('"' or '\\')))
        {
            throw new ArgumentException("A scope consists of ASCII characters without quotation marks and backslashes (RFC 6749, section 3.3).", nameof(scopes));
        }

        Scopes = scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The required scopes.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>The requirement for messages: scopes are not secret.</summary>
    public override string ToString() => $"{nameof(GenAuthScopeRequirement)}: {string.Join(' ', Scopes)}";

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, GenAuthScopeRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        foreach (var scope in requirement.Scopes)
        {
            if (!HasScope(context, scope))
            {
                AccessDenial.AddMissingScopes(context, string.Join(' ', requirement.Scopes));
                return Task.CompletedTask;
            }
        }

        context.Succeed(requirement);
        return Task.CompletedTask;
    }

    /// <summary>The scopes of a token are one claim each, or one claim that separates them by blanks.</summary>
    private static bool HasScope(AuthorizationHandlerContext context, string scope)
    {
        foreach (var claim in context.User.Claims)
        {
            if (claim.Type == ClaimType && ContainsWord(claim.Value, scope))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsWord(ReadOnlySpan<char> list, ReadOnlySpan<char> word)
    {
        while (list.IndexOf(' ') is >= 0 and var end)
        {
            if (list[..end].SequenceEqual(word))
            {
                return true;
            }

            list = list[(end + 1)..];
        }

        return list.SequenceEqual(word);
    }
}
