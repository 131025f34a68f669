using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Testing.Service.Json;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Service.Management;

/// <summary><c>POST /api/v3/check-permission</c>: whether a user may perform an action on data resources.</summary>
internal sealed class CheckPermission(TenantStore store)
{
    private const string Operation = "POST /api/v3/check-permission";
    private const int MaxResourceLength = 50;

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        if (!BodyMembers.TryRead(request, Read, out var query, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (query.IsConditional)
        {
            return TenantResponse.ParameterNotImplemented(Operation, "judgeConditionEnabled");
        }

        if (!store.Users.All.Any(user => user.Id == query.UserId))
        {
            return TenantResponse.Error(404, "No user has this ID.", ApiCode.UserNotFound);
        }

        return TenantResponse.Success(new JsonObject { ["checkResultList"] = new JsonArray([.. query.Resources.Select(resource => CreateResult(query, resource))]) });
    }

    private JsonObject CreateResult(Query query, string resource) => new()
    {
        ["namespaceCode"] = query.Space,
        ["action"] = query.Action,
        ["resource"] = resource,
        ["enabled"] = store.Permissions.Contains(new(query.UserId, query.Space, resource, query.Action)),
    };

    private static Query Read(JsonObjectValue body)
    {
        var resources = body.Member<List<object?>>("resources", "resources must be a list of texts.") ?? throw new FormatException("resources is required.");
        return new(
            Required("userId"),
            Required("namespaceCode"),
            Required("action"),
            [.. resources.Select(resource => resource is string { Length: > 0 and <= MaxResourceLength } code ? code : throw new FormatException($"resources must be texts of 1 to {MaxResourceLength} characters."))],
            body.Flag("judgeConditionEnabled"));

        string Required(string name) => body.Member<string>(name, $"{name} must be a text.") ?? throw new FormatException($"{name} is required.");
    }

    private sealed record Query(string UserId, string Space, string Action, IReadOnlyList<string> Resources, bool IsConditional);
}
