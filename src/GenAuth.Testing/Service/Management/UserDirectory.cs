using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GenAuth.Models;

namespace GenAuth.Testing.Service.Management;

/// <summary>The users of the pool: <c>POST /api/v3/list-users</c> and <c>GET /api/v3/get-user</c>.</summary>
internal sealed class UserDirectory
{
    private const string ListOperation = "POST /api/v3/list-users";
    private const string GetOperation = "GET /api/v3/get-user";

    private readonly ConcurrentQueue<UserDto> _users = new();

    public void Add(UserDto user) => _users.Enqueue(user);

    public TenantAnswer List(GenAuthTenantRequest request)
    {
        if (!ListUsersQuery.TryRead(request, out var query, out var problem))
        {
            return TenantAnswer.Refuse(400, problem);
        }

        if (query.Unimplemented is { } parameter)
        {
            return NotImplemented.Parameter(ListOperation, parameter);
        }

        var users = _users.Select(AsJson).Where(query.Search.Finds).ToArray();
        var page = users.Skip(query.First).Take(query.Limit).Select(query.Extent.Cut).ToArray<JsonNode?>();
        return TenantAnswer.Success(new JsonObject { ["totalCount"] = users.Length, ["list"] = new JsonArray(page) });
    }

    public TenantAnswer Get(GenAuthTenantRequest request)
    {
        if (!GetUserQuery.TryRead(request, out var query, out var problem))
        {
            return TenantAnswer.Refuse(400, problem);
        }

        if (query.Unimplemented is { } parameter)
        {
            return NotImplemented.Parameter(GetOperation, parameter);
        }

        return _users.Select(AsJson).FirstOrDefault(query.Finds) is { } found
            ? TenantAnswer.Success(query.Extent.Cut(found))
            : TenantAnswer.Refuse(404, "No user has this ID.", ApiCode.UserNotFound);
    }

    public void Reset() => _users.Clear();

    private static JsonObject AsJson(UserDto user) => TenantAnswer.AsJson(user)!.AsObject();
}
