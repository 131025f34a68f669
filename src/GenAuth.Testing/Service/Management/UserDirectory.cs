using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Service.Management;

/// <summary>The users of the pool: <c>POST /api/v3/list-users</c>, <c>GET /api/v3/get-user</c>, <c>POST /api/v3/update-user</c> and <c>GET /api/v3/list-department-members</c>.</summary>
internal sealed class UserDirectory(UserStore store, TimeProvider time, AuditLog log)
{
    private const string ListOperation = "POST /api/v3/list-users";
    private const string GetOperation = "GET /api/v3/get-user";
    private const string UpdateOperation = "POST /api/v3/update-user";
    private const string MembersOperation = "GET /api/v3/list-department-members";

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

        return query.Page.Respond(store.All.Select(ToJson).Where(query.Search.Matches).ToArray(), query.Projection.Apply);
    }

    public TenantResponse ListMembers(GenAuthTenantRequest request)
    {
        if (!DepartmentMembersQuery.TryRead(request, out var query, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (query.Unimplemented is { } parameter)
        {
            return TenantResponse.ParameterNotImplemented(MembersOperation, parameter);
        }

        var members = store.All.Select(ToJson).Where(query.Matches).ToArray();
        return members.Length == 0
            ? TenantResponse.Error(404, "No user has this department in departmentIds.")
            : query.Page.Respond(query.Sort(members).ToArray(), query.Projection.Apply);
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

        return store.All.Select(ToJson).FirstOrDefault(query.User.Matches) is { } found ? TenantResponse.Success(query.Projection.Apply(found)) : NotFound();
    }

    public TenantResponse Update(GenAuthTenantRequest request)
    {
        if (!UserUpdate.TryRead(request, out var update, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (update.Unimplemented is { } parameter)
        {
            return TenantResponse.ParameterNotImplemented(UpdateOperation, parameter);
        }

        if (store.Change(user => update.User.Matches(ToJson(user)), user => user with { Profile = update.ApplyTo(ToJson(user), time.GetUtcNow()) }) is not (var before, var changed))
        {
            return NotFound();
        }

        var after = ToJson(changed);
        log.AddUserUpdate(request, ToJson(before), after);
        return TenantResponse.Success(UserProjection.OfUpdate.Apply(after));
    }

    private static TenantResponse NotFound() => TenantResponse.Error(404, "No user has this ID.", ApiCode.UserNotFound);

    private static JsonObject ToJson(StoredUser user) => TenantResponse.ToJson(user.Profile)!.AsObject();
}

/// <summary>The members of a user that the service returns only on request.</summary>
internal sealed record UserProjection(bool CustomData, bool Identities, bool DepartmentIds, bool Posts)
{
    /// <summary>An update has no parameters for it.</summary>
    public static UserProjection OfUpdate { get; } = new(CustomData: true, Identities: false, DepartmentIds: false, Posts: true);

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
