using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Testing.Service.Management;

/// <summary>The query of <c>GET /api/v3/get-user</c>. Names are case-sensitive.</summary>
internal sealed class GetUserQuery
{
    private static readonly string[] Texts = ["userId", "userIdType"];

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
        if (!QueryParameters.TryRead(request, Texts, ["userId"], Flags, [], out var given, out problem))
        {
            return false;
        }

        var user = new UserIdentifier(given.Text("userId")!, given.Text("userIdType") ?? UserIdentifier.DefaultType);
        var unimplemented = !user.IsImplemented ? "this value of userIdType" : given.IsSet("flatCustomData") ? "flatCustomData" : null;
        query = new(user, new UserProjection(given.IsSet("withCustomData"), given.IsSet("withIdentities"), DepartmentIds: false, Posts: true), unimplemented);
        return true;
    }
}
