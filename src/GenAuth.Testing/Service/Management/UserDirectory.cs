using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>The users of the pool: <c>POST /api/v3/list-users</c> and <c>GET /api/v3/get-user</c>.</summary>
internal sealed class UserDirectory
{
    private const int DefaultLimit = 10;

    // The service gives no more in one page, whatever is asked for.
    private const int LargestLimit = 50;

    private readonly ConcurrentQueue<UserDto> _users = new();

    public void Add(UserDto user) => _users.Enqueue(user);

    public TenantAnswer List(GenAuthTenantRequest request)
    {
        if (!TryReadPage(request.Body, out var page, out var limit))
        {
            return TenantAnswer.Refuse(400, "The body is not JSON, or options.pagination has a page or limit that is no positive number.");
        }

        var users = _users.ToArray();
        var list = users.Skip((page - 1) * limit).Take(limit).Select(TenantAnswer.AsJson).ToArray();
        return TenantAnswer.Success(new JsonObject { ["totalCount"] = users.Length, ["list"] = new JsonArray(list) });
    }

    public TenantAnswer Get(GenAuthTenantRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.Query);
        if (!query.TryGetValue("userId", out var userId) || (query.TryGetValue("userIdType", out var type) && type != "user_id"))
        {
            return TenantAnswer.Refuse(400, "userId is missing, or userIdType is not user_id, the only kind that this tenant has.");
        }

        return _users.FirstOrDefault(user => user.UserId == userId) is { } found
            ? TenantAnswer.Success(TenantAnswer.AsJson(found)!.AsObject())
            : TenantAnswer.Refuse(404, "No user has this ID.", ApiCode.UserNotFound);
    }

    public void Reset() => _users.Clear();

    private static bool TryReadPage(string body, out int page, out int limit)
    {
        (page, limit) = (1, DefaultLimit);
        try
        {
            var pagination = body.Length == 0 ? null : JsonNode.Parse(body)?["options"]?["pagination"];
            page = pagination?["page"]?.GetValue<int>() ?? page;
            limit = Math.Min(pagination?["limit"]?.GetValue<int>() ?? limit, LargestLimit);
            return page > 0 && limit > 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
