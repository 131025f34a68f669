using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service.Management;

/// <summary>
/// The query of <c>GET /api/v3/list-department-members</c>. The tenant has no departments of its own: a user is a member of those in
/// <c>departmentIds</c>, since the user was added.
/// </summary>
internal sealed class DepartmentMembersQuery
{
    private static readonly string[] Required = ["organizationCode", "departmentId"];
    private static readonly string[] Texts = [.. Required, "sortBy", "orderBy", "departmentIdType", "tenantId"];
    private static readonly string[] Flags = ["includeChildrenDepartments", "withCustomData", "withIdentities", "withDepartmentIds"];
    private static readonly string[] Numbers = ["page", "limit"];

    // The order in which the users were added, or a member of the user.
    private static readonly Dictionary<string, string?> SortFields = new(StringComparer.Ordinal)
    {
        ["Default"] = null,
        ["JoinDepartmentAt"] = null,
        ["userId"] = "userId",
        ["createAt"] = "createdAt",
        ["updatedAt"] = "updatedAt",
    };

    private readonly string? _sortField;
    private readonly bool _isAscending;

    private DepartmentMembersQuery(QueryParameters given)
    {
        DepartmentId = given.Text("departmentId")!;
        Projection = new UserProjection(given.IsSet("withCustomData"), given.IsSet("withIdentities"), given.IsSet("withDepartmentIds"), Posts: false);
        Page = PageRange.Create(given.Number("page"), given.Number("limit"));
        _sortField = SortFields[given.Text("sortBy") ?? "Default"];
        _isAscending = given.Text("orderBy") == "Asc";
        Unimplemented =
            given.Text("departmentIdType") is not (null or "department_id") ? "this value of departmentIdType"
            : given.IsSet("includeChildrenDepartments") ? "includeChildrenDepartments"
            : given.Text("tenantId") is not null ? "tenantId"
            : null;
    }

    public string DepartmentId { get; }

    public UserProjection Projection { get; }

    public PageRange Page { get; }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>.</summary>
    public string? Unimplemented { get; }

    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out DepartmentMembersQuery? query, [NotNullWhen(false)] out string? problem)
    {
        query = null;
        if (!QueryParameters.TryRead(request, Texts, Required, Flags, Numbers, out var given, out problem))
        {
            return false;
        }

        problem = given.Text("sortBy") is { } field && !SortFields.ContainsKey(field) ? "sortBy must be Default, JoinDepartmentAt, userId, createAt or updatedAt."
            : given.Text("orderBy") is not (null or "Asc" or "Desc") ? "orderBy must be Asc or Desc."
            : null;
        query = problem is null ? new(given) : null;
        return query is not null;
    }

    public bool Matches(JsonObject user) => user["departmentIds"] is JsonArray departments && departments.Any(id => (string?)id == DepartmentId);

    /// <summary>Sorts members that are given in the order in which they were added.</summary>
    public IEnumerable<JsonObject> Sort(IEnumerable<JsonObject> members)
    {
        var ascending = _sortField is null ? members : members.OrderBy(user => (string?)user[_sortField], StringComparer.Ordinal);
        return _isAscending ? ascending : ascending.Reverse();
    }
}
