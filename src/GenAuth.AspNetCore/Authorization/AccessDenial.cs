using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace GenAuth.AspNetCore.Authorization;

/// <summary>Why a request is denied: authorization handlers write it, and the authentication handler that responds reads it.</summary>
internal sealed class AccessDenial
{
    /// <summary>The scopes that the denied policy requires, separated by blanks.</summary>
    public string? MissingScopes { get; private set; }

    /// <summary>True if the service could not be asked, so that the request may succeed later.</summary>
    public bool IsUnavailable { get; private set; }

    public static void AddMissingScopes(AuthorizationHandlerContext context, string scopes)
    {
        if (Find(context) is { } denial)
        {
            denial.MissingScopes = denial.MissingScopes is null ? scopes : $"{denial.MissingScopes} {scopes}";
        }
    }

    public static void SetUnavailable(AuthorizationHandlerContext context)
    {
        if (Find(context) is { } denial)
        {
            denial.IsUnavailable = true;
        }
    }

    /// <summary>The denial of the request, or <see langword="null"/> if the resource of the check is no request.</summary>
    private static AccessDenial? Find(AuthorizationHandlerContext context)
    {
        if (context.Resource is not HttpContext { Features: var features })
        {
            return null;
        }

        var denial = features.Get<AccessDenial>();
        if (denial is null)
        {
            features.Set(denial = new AccessDenial());
        }

        return denial;
    }
}
