using System.Security.Claims;
using GenAuth.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>
/// Checks the permissions of a policy together: one request to the service for each action. Denies if the service does not state that a
/// permission is granted, for whatever reason.
/// </summary>
internal sealed class PermissionHandler(PermissionChecks checks, IHttpContextAccessor contextAccessor, ILogger<PermissionHandler> logger) : IAuthorizationHandler
{
    private const string UserIdClaim = "sub";

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        List<GenAuthPermissionRequirement>? requirements = null;
        foreach (var requirement in context.PendingRequirements)
        {
            if (requirement is GenAuthPermissionRequirement permission)
            {
                (requirements ??= []).Add(permission);
            }
        }

        return requirements is null ? Task.CompletedTask : CheckAsync(context, requirements);
    }

    private async Task CheckAsync(AuthorizationHandlerContext context, List<GenAuthPermissionRequirement> requirements)
    {
        if (FindUserId(context.User) is not { } userId)
        {
            PermissionLog.NoUser(logger);
            return;
        }

        var httpContext = context.Resource as HttpContext ?? contextAccessor.HttpContext;
        var environment = checks.Options.GetEnvironment is { } get && httpContext is not null ? get(httpContext) : null;
        if (checks.Options.GetEnvironment is not null && environment is null)
        {
            // Without an environment the service would ignore the conditions of the policies.
            PermissionLog.NoEnvironment(logger);
            return;
        }

        var cancellationToken = httpContext?.RequestAborted ?? CancellationToken.None;
        if (requirements is [var single])
        {
            await CheckAsync(context, requirements, new(userId, context.User, single.Action, single.Resources, environment), cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var group in requirements.GroupBy(static requirement => requirement.Action, StringComparer.Ordinal))
        {
            IReadOnlyList<string> resources = [.. group.Select(static requirement => requirement.Resource).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            await CheckAsync(context, [.. group], new(userId, context.User, group.Key, resources, environment), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CheckAsync(
        AuthorizationHandlerContext context, List<GenAuthPermissionRequirement> requirements, PermissionQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var allowed = await checks.GetAllowedAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var requirement in requirements)
            {
                var isAllowed = allowed.Contains(requirement.Resource);
                PermissionMetrics.Decided(isAllowed);
                if (isAllowed)
                {
                    context.Succeed(requirement);
                }
                else
                {
                    PermissionLog.Denied(logger, query.Action, requirement.Resource);
                }
            }
        }
        catch (PermissionTokenMissingException exception)
        {
            PermissionLog.NoToken(logger, exception.Message);
        }
        catch (GenAuthException exception)
        {
            AccessDenial.SetUnavailable(context);
            PermissionMetrics.Unavailable();
            PermissionLog.Unavailable(logger, query.Action, exception.GetType().Name);
        }
    }

    /// <summary>The ID of the first authenticated identity that has one.</summary>
    private static string? FindUserId(ClaimsPrincipal user)
    {
        foreach (var identity in user.Identities)
        {
            if (identity.IsAuthenticated && (identity.FindFirst(UserIdClaim) ?? identity.FindFirst(ClaimTypes.NameIdentifier)) is { Value.Length: > 0 } claim)
            {
                return claim.Value;
            }
        }

        return null;
    }
}
