using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service.Management;

/// <summary>Which part of a list a page is.</summary>
/// <param name="First">The index of its first item.</param>
/// <param name="Limit">The largest number of its items.</param>
internal readonly record struct PageRange(int First, int Limit)
{
    private const int DefaultLimit = 10;

    // The service returns no more than this in a page, whatever the limit.
    private const int MaxLimit = 50;

    /// <summary>Creates the range of a page.</summary>
    /// <param name="page">Its number from 1, or <see langword="null"/> for the first one.</param>
    /// <param name="limit">Its size, or <see langword="null"/> for the default.</param>
    public static PageRange Create(int? page, int? limit)
    {
        var size = Math.Min(limit ?? DefaultLimit, MaxLimit);
        return new((int)Math.Min(((page ?? 1) - 1L) * size, int.MaxValue), size);
    }

    /// <summary>The response with the items of the page.</summary>
    /// <param name="all">The items of all pages.</param>
    /// <param name="project">Makes the item of the response.</param>
    public TenantResponse Respond(IReadOnlyCollection<JsonObject> all, Func<JsonObject, JsonNode> project) => TenantResponse.Success(new JsonObject
    {
        ["totalCount"] = all.Count,
        ["list"] = new JsonArray([.. all.Skip(First).Take(Limit).Select(project)]),
    });
}
