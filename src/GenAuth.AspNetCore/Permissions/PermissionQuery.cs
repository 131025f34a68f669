using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using GenAuth.Models;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>The question whether a user may perform an action on resources.</summary>
/// <param name="UserId">The user.</param>
/// <param name="User">The user with all identities.</param>
/// <param name="Action">The action.</param>
/// <param name="Resources">The resources, without duplicates.</param>
/// <param name="Environment">The circumstances of the request, or <see langword="null"/>.</param>
internal readonly record struct PermissionQuery(
    string UserId, ClaimsPrincipal User, string Action, IReadOnlyList<string> Resources, AuthEnvParams? Environment)
{
    /// <summary>
    /// The key of the decision in the cache. Each value is preceded by its length, so that no value can be mistaken for two others; the
    /// values of users and applications may contain any separator.
    /// </summary>
    public string GetCacheKey()
    {
        // A hit in the cache is mostly this text: the handler builds it without further allocations.
        var key = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        key.AppendLiteral("genauth.permission");
        Append(ref key, UserId);
        Append(ref key, Action);
        for (var index = 0; index < Resources.Count; index++)
        {
            Append(ref key, Resources[index]);
        }

        if (Environment is { } environment)
        {
            key.AppendLiteral(";environment");
            Append(ref key, environment.Ip);
            Append(ref key, environment.City);
            Append(ref key, environment.Province);
            Append(ref key, environment.Country);
            Append(ref key, environment.DeviceType?.ToString());
            Append(ref key, environment.SystemType?.ToString());
            Append(ref key, environment.BrowserType?.ToString());
            Append(ref key, environment.RequestDate?.ToString("O"));
        }

        return key.ToStringAndClear();
    }

    private static void Append(ref DefaultInterpolatedStringHandler key, string? value)
    {
        key.AppendLiteral(";");
        if (value is null)
        {
            key.AppendLiteral("-");
            return;
        }

        key.AppendFormatted(value.Length);
        key.AppendLiteral(":");
        key.AppendLiteral(value);
    }
}
