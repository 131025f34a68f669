using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>The body of <c>POST /api/v3/list-users</c>. Members that are not in the API are ignored, as by the service.</summary>
internal sealed class ListUsersQuery
{
    private const int DefaultLimit = 10;

    // The service returns no more than this in a page, whatever the limit.
    private const int MaxLimit = 50;

    private const string PaginationProblem = "options.pagination.page and options.pagination.limit must be whole numbers from 1 to 2147483647.";

    private ListUsersQuery(UserSearch search, UserProjection projection, int first, int limit, string? unimplemented) =>
        (Search, Projection, First, Limit, Unimplemented) = (search, projection, first, limit, unimplemented);

    public UserSearch Search { get; }

    public UserProjection Projection { get; }

    /// <summary>The index of the page's first user.</summary>
    public int First { get; }

    public int Limit { get; }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>.</summary>
    public string? Unimplemented { get; }

    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out ListUsersQuery? query, [NotNullWhen(false)] out string? problem)
    {
        query = null;
        problem = null;
        var body = new JsonObjectValue();
        if (request.Body.Length > 0 && !JsonBody.TryReadObject(request, out body, out problem))
        {
            return false;
        }

        try
        {
            query = Read(body);
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
        }

        return problem is null;
    }

    private static ListUsersQuery Read(JsonObjectValue body)
    {
        var options = Member<JsonObjectValue>(body, "options", "options must be an object.") ?? new();
        var pagination = Member<JsonObjectValue>(options, "pagination", "options.pagination must be an object.") ?? new();
        var limit = Math.Min(Positive(pagination, "limit") ?? DefaultLimit, MaxLimit);
        var first = ((Positive(pagination, "page") ?? 1) - 1L) * limit;
        var search = new UserSearch(Member<string>(body, "keywords", "keywords must be a text.") ?? string.Empty, GetFields(options));
        var projection = new UserProjection(Flag(options, "withCustomData"), Flag(options, "withIdentities"), Flag(options, "withDepartmentIds"), Flag(options, "withPost"));
        var unimplemented =
            body["advancedFilter"] is not (null or List<object?> { Count: 0 }) ? "advancedFilter"
            : body["searchQuery"] is not null ? "searchQuery"
            : options["sort"] is not (null or List<object?> { Count: 0 }) ? "options.sort"
            : Flag(options, "flatCustomData") ? "options.flatCustomData"
            : null;
        return new(search, projection, (int)Math.Min(first, int.MaxValue), limit, unimplemented);
    }

    private static IReadOnlyList<string> GetFields(JsonObjectValue options)
    {
        var given = Member<List<object?>>(options, "fuzzySearchOn", "options.fuzzySearchOn must be a list of fields.");
        return given is null || given.Count == 0
            ? UserSearch.DefaultFields
            : [.. given.Select(field => field is string name && UserSearch.IsKnown(name) ? name : throw new FormatException("options.fuzzySearchOn contains a field that cannot be searched."))];
    }

    private static bool Flag(JsonObjectValue options, string name) =>
        options[name] is not (null or bool) ? throw new FormatException($"options.{name} must be true or false.") : options[name] is true;

    private static int? Positive(JsonObjectValue pagination, string name) => pagination[name] switch
    {
        null => null,
        double number when number is >= 1 and <= int.MaxValue && number == Math.Floor(number) => (int)number,
        _ => throw new FormatException(PaginationProblem),
    };

    private static T? Member<T>(JsonObjectValue value, string name, string problem)
        where T : class => value[name] switch
        {
            null => null,
            T member => member,
            _ => throw new FormatException(problem),
        };
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
