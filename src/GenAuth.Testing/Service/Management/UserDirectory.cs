using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GenAuth.Models;

namespace GenAuth.Testing.Service.Management;

/// <summary>The users of the pool: <c>POST /api/v3/list-users</c>, <c>GET /api/v3/get-user</c>, <c>POST /api/v3/update-user</c> and <c>GET /api/v3/list-department-members</c>.</summary>
internal sealed class UserDirectory(TimeProvider time, AuditLog log)
{
    private const string ListOperation = "POST /api/v3/list-users";
    private const string GetOperation = "GET /api/v3/get-user";
    private const string UpdateOperation = "POST /api/v3/update-user";
    private const string MembersOperation = "GET /api/v3/list-department-members";

    private ImmutableList<UserDto> _users = [];

    public void Add(UserDto user) => ImmutableInterlocked.Update(ref _users, users => users.Add(user));

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

        return query.Page.Respond(_users.Select(ToJson).Where(query.Search.Matches).ToArray(), query.Projection.Apply);
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

        var members = _users.Select(ToJson).Where(query.Matches).ToArray();
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

        return _users.Select(ToJson).FirstOrDefault(query.User.Matches) is { } found ? TenantResponse.Success(query.Projection.Apply(found)) : NotFound();
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

        UserDto? before = null;
        UserDto? changed = null;
        ImmutableInterlocked.Update(ref _users, users =>
        {
            before = users.Find(user => update.User.Matches(ToJson(user)));
            changed = before is null ? null : update.ApplyTo(ToJson(before), time.GetUtcNow());
            return changed is null ? users : users.Replace(before!, changed);
        });
        if (changed is null)
        {
            return NotFound();
        }

        var after = ToJson(changed);
        log.AddUserUpdate(request, ToJson(before!), after);
        return TenantResponse.Success(UserProjection.OfUpdate.Apply(after));
    }

    public void Reset() => _users = [];

    private static TenantResponse NotFound() => TenantResponse.Error(404, "No user has this ID.", ApiCode.UserNotFound);

    private static JsonObject ToJson(UserDto user) => TenantResponse.ToJson(user)!.AsObject();
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
