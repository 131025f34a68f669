using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>The query of <c>GET /api/v3/get-user</c>. Names are case-sensitive.</summary>
internal sealed class GetUserQuery
{
    // The member that each implemented kind of ID is compared with.
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["user_id"] = "userId",
        ["external_id"] = "externalId",
        ["phone"] = "phone",
        ["email"] = "email",
        ["username"] = "username",
    };

    private static readonly string[] Flags = ["withCustomData", "withIdentities", "flatCustomData"];

    private readonly string _userId;
    private readonly string _type;

    private GetUserQuery(string userId, string type, UserProjection projection, string? unimplemented) =>
        (_userId, _type, Projection, Unimplemented) = (userId, type, projection, unimplemented);

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

        var type = given.GetValueOrDefault("userIdType", "user_id");
        var unimplemented = !Members.ContainsKey(type) ? "this value of userIdType" : IsSet("flatCustomData") ? "flatCustomData" : null;
        query = new(given["userId"], type, new UserProjection(IsSet("withCustomData"), IsSet("withIdentities"), DepartmentIds: false, Posts: true), unimplemented);
        return true;

        bool IsSet(string flag) => given.GetValueOrDefault(flag) == "true";
    }

    public bool Matches(JsonObject user) => user[Members[_type]] is JsonValue value && value.TryGetValue<string>(out var text) && text == _userId;
}
