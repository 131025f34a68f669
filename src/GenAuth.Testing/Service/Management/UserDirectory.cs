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

    public TenantResponse List(GenAuthTenantRequest request)
    {
        if (!ListUsersQuery.TryRead(request, out var query, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (query.Unimplemented is { } parameter)
        {
            return TenantResponse.ParameterNotImplemented(ListOperation, parameter);
        }

        var users = _users.Select(ToJson).Where(query.Search.Matches).ToArray();
        var page = users.Skip(query.First).Take(query.Limit).Select(query.Projection.Apply).ToArray<JsonNode?>();
        return TenantResponse.Success(new JsonObject { ["totalCount"] = users.Length, ["list"] = new JsonArray(page) });
    }

    public TenantResponse Get(GenAuthTenantRequest request)
    {
        if (!GetUserQuery.TryRead(request, out var query, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (query.Unimplemented is { } parameter)
        {
            return TenantResponse.ParameterNotImplemented(GetOperation, parameter);
        }

        return _users.Select(ToJson).FirstOrDefault(query.Matches) is { } found
            ? TenantResponse.Success(query.Projection.Apply(found))
            : TenantResponse.Error(404, "No user has this ID.", ApiCode.UserNotFound);
    }

    public void Reset() => _users.Clear();

    private static JsonObject ToJson(UserDto user) => TenantResponse.ToJson(user)!.AsObject();
}

/// <summary>The members of a user that the service returns only on request.</summary>
internal sealed record UserProjection(bool CustomData, bool Identities, bool DepartmentIds, bool Posts)
{
    /// <summary>Removes the members that were not requested.</summary>
    public JsonObject Apply(JsonObject user)
    {
        foreach (var (isRequested, member) in new[] { (CustomData, "customData"), (Identities, "identities"), (DepartmentIds, "departmentIds"), (Posts, "postIdList") })
        {
            if (!isRequested)
            {
                user.Remove(member);
            }
        }

        return user;
    }
}
