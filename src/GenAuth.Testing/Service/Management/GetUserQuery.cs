using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>The query of <c>GET /api/v3/get-user</c>. Names are case-sensitive.</summary>
internal sealed class GetUserQuery
{
    private static readonly string[] Flags = ["withCustomData", "withIdentities", "flatCustomData"];

    private GetUserQuery(UserIdentifier user, UserProjection projection, string? unimplemented) =>
        (User, Projection, Unimplemented) = (user, projection, unimplemented);

    public UserIdentifier User { get; }

    public UserProjection Projection { get; }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>.</summary>
    public string? Unimplemented { get; }

    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out GetUserQuery? query, [NotNullWhen(false)] out string? problem)
    {
        query = null;
        problem = null;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(request.Query))
        {
            var name = pair.DecodeName().ToString();
            if (!given.TryAdd(name, pair.DecodeValue().ToString()) && (name is "userId" or "userIdType" || Flags.Contains(name)))
            {
                problem = $"{name} occurs more than once.";
            }
        }

        problem ??= string.IsNullOrEmpty(given.GetValueOrDefault("userId")) ? "userId is missing." : null;
        problem ??= Array.Find(Flags, flag => given.TryGetValue(flag, out var value) && value is not ("true" or "false")) is { } wrong
            ? $"{wrong} must be true or false."
            : null;
        if (problem is not null)
        {
            return false;
        }

        var user = new UserIdentifier(given["userId"], given.GetValueOrDefault("userIdType", UserIdentifier.DefaultType));
        var unimplemented = !user.IsImplemented ? "this value of userIdType" : IsSet("flatCustomData") ? "flatCustomData" : null;
        query = new(user, new UserProjection(IsSet("withCustomData"), IsSet("withIdentities"), DepartmentIds: false, Posts: true), unimplemented);
        return true;

        bool IsSet(string flag) => given.GetValueOrDefault(flag) == "true";
    }
}
