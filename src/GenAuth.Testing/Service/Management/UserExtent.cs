using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service.Management;

/// <summary>Which members of a user a response has besides the plain ones: the service sends them on request only.</summary>
internal sealed record UserExtent(bool CustomData, bool Identities, bool DepartmentIds, bool Posts)
{
    /// <summary>Removes what was not asked for.</summary>
    public JsonObject Cut(JsonObject user)
    {
        foreach (var (isWanted, member) in new[] { (CustomData, "customData"), (Identities, "identities"), (DepartmentIds, "departmentIds"), (Posts, "postIdList") })
        {
            if (!isWanted)
            {
                user.Remove(member);
            }
        }

        return user;
    }
}
