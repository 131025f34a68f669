using System.Diagnostics.CodeAnalysis;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>The body of <c>POST /api/v3/list-users</c>. Members that the API does not have are passed over, as the service does.</summary>
internal sealed class ListUsersQuery
{
    private const int DefaultLimit = 10;

    // The service puts no more into a page, whatever is asked for.
    private const int LargestLimit = 50;

    private const string PaginationProblem = "options.pagination.page and options.pagination.limit have to be whole numbers from 1 to 2147483647.";

    private ListUsersQuery(UserSearch search, UserExtent extent, int first, int limit, string? unimplemented) =>
        (Search, Extent, First, Limit, Unimplemented) = (search, extent, first, limit, unimplemented);

    public UserSearch Search { get; }

    public UserExtent Extent { get; }

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
        var options = Member<JsonObjectValue>(body, "options", "options has to be an object.") ?? new();
        var pagination = Member<JsonObjectValue>(options, "pagination", "options.pagination has to be an object.") ?? new();
        var limit = Math.Min(Positive(pagination, "limit") ?? DefaultLimit, LargestLimit);
        var first = ((Positive(pagination, "page") ?? 1) - 1L) * limit;
        var search = new UserSearch(Member<string>(body, "keywords", "keywords has to be a text.") ?? string.Empty, Fields(options));
        var extent = new UserExtent(Flag(options, "withCustomData"), Flag(options, "withIdentities"), Flag(options, "withDepartmentIds"), Flag(options, "withPost"));
        var unimplemented =
            body["advancedFilter"] is not (null or List<object?> { Count: 0 }) ? "advancedFilter"
            : body["searchQuery"] is not null ? "searchQuery"
            : options["sort"] is not (null or List<object?> { Count: 0 }) ? "options.sort"
            : Flag(options, "flatCustomData") ? "options.flatCustomData"
            : null;
        return new(search, extent, (int)Math.Min(first, int.MaxValue), limit, unimplemented);
    }

    private static IReadOnlyList<string> Fields(JsonObjectValue options)
    {
        var given = Member<List<object?>>(options, "fuzzySearchOn", "options.fuzzySearchOn has to be a list of fields.");
        return given is null || given.Count == 0
            ? UserSearch.DefaultFields
            : [.. given.Select(field => field is string name && UserSearch.IsKnown(name) ? name : throw new FormatException("options.fuzzySearchOn names a field that cannot be searched."))];
    }

    private static bool Flag(JsonObjectValue options, string name) =>
        options[name] is not (null or bool) ? throw new FormatException($"options.{name} has to be true or false.") : options[name] is true;

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
