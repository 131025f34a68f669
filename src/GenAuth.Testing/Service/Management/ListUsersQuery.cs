using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>The body of <c>POST /api/v3/list-users</c>. Members that are not in the API are ignored, as by the service.</summary>
internal sealed class ListUsersQuery
{
    private ListUsersQuery(UserSearch search, UserProjection projection, PageRange page, string? unimplemented) =>
        (Search, Projection, Page, Unimplemented) = (search, projection, page, unimplemented);

    public UserSearch Search { get; }

    public UserProjection Projection { get; }

    public PageRange Page { get; }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>.</summary>
    public string? Unimplemented { get; }

    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out ListUsersQuery? query, [NotNullWhen(false)] out string? problem) =>
        BodyMembers.TryRead(request, Read, out query, out problem);

    private static ListUsersQuery Read(JsonObjectValue body)
    {
        var options = body.Member<JsonObjectValue>("options", "options must be an object.") ?? new();
        var page = options.Pagination("options.pagination");
        var search = new UserSearch(body.Member<string>("keywords", "keywords must be a text.") ?? string.Empty, GetFields(options));
        var projection = new UserProjection(Flag("withCustomData"), Flag("withIdentities"), Flag("withDepartmentIds"), Flag("withPost"));
        var unimplemented =
            body["advancedFilter"] is not (null or List<object?> { Count: 0 }) ? "advancedFilter"
            : body["searchQuery"] is not null ? "searchQuery"
            : options["sort"] is not (null or List<object?> { Count: 0 }) ? "options.sort"
            : Flag("flatCustomData") ? "options.flatCustomData"
            : null;
        return new(search, projection, page, unimplemented);

        bool Flag(string name) => options.Flag(name, "options.");
    }

    private static IReadOnlyList<string> GetFields(JsonObjectValue options)
    {
        var given = options.Member<List<object?>>("fuzzySearchOn", "options.fuzzySearchOn must be a list of fields.");
        return given is null || given.Count == 0
            ? UserSearch.DefaultFields
            : [.. given.Select(field => field is string name && UserSearch.IsKnown(name) ? name : throw new FormatException("options.fuzzySearchOn contains a field that cannot be searched."))];
    }
}

/// <summary>A search for keywords: a user matches if one of the fields contains them, regardless of case.</summary>
/// <param name="Keywords">The text; if it is empty, all users match.</param>
/// <param name="Fields">The names of fields in <c>fuzzySearchOn</c>.</param>
internal sealed record UserSearch(string Keywords, IReadOnlyList<string> Fields)
{
    public static IReadOnlyList<string> DefaultFields { get; } = ["phone", "email", "name", "username", "nickname", "identityNumber"];

    private static readonly HashSet<string> KnownFields = new(StringComparer.Ordinal)
    {
        "id", "phone", "email", "name", "username", "externalId", "nickname", "company", "givenName", "familyName", "middleName", "profile",
        "preferredUsername", "website", "address", "formatted", "streetAddress", "postalCode", "identityNumber",
    };

    public static bool IsKnown(string field) => KnownFields.Contains(field);

    public bool Matches(JsonObject user) => Keywords.Length == 0 || Fields.Any(field =>
        user[field == "id" ? "userId" : field] is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.Contains(Keywords, StringComparison.OrdinalIgnoreCase));
}
