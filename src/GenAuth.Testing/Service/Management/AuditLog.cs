using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service.Management;

/// <summary><c>POST /api/v3/get-admin-audit-logs</c>: the changes that were made with the access key, the latest first.</summary>
internal sealed class AuditLog(TenantAccessKey accessKey, TimeProvider time)
{
    private const string Operation = "POST /api/v3/get-admin-audit-logs";

    private ImmutableList<JsonObject> _entries = [];

    /// <summary>Records a change of a user.</summary>
    public void AddUserUpdate(GenAuthTenantRequest request, JsonObject before, JsonObject after)
    {
        var userAgent = request.Headers.GetValueOrDefault("User-Agent") ?? string.Empty;
        var entry = new JsonObject
        {
            ["adminUserId"] = accessKey.Id,
            ["adminUserAvatar"] = string.Empty,
            ["adminUserDisplayName"] = "Access key",
            ["clientIp"] = "127.0.0.1",
            ["operationType"] = "update",
            ["resourceType"] = "user",
            ["eventDetails"] = "A user was changed.",
            ["operationParam"] = request.Body,
            ["originValue"] = before.ToJsonString(),
            ["targetValue"] = after.ToJsonString(),
            ["success"] = true,
            ["userAgent"] = userAgent,
            ["ua"] = new JsonObject { ["device"] = string.Empty, ["name"] = userAgent.Split('/')[0], ["os"] = string.Empty },
            ["geoip"] = new JsonObject
            {
                ["location"] = new JsonObject { ["lon"] = 0.0, ["lat"] = 0.0 },
                ["country_name"] = string.Empty,
                ["country_code2"] = string.Empty,
                ["country_code3"] = string.Empty,
                ["region_name"] = string.Empty,
                ["region_code"] = string.Empty,
                ["city_name"] = string.Empty,
                ["continent_code"] = string.Empty,
                ["timezone"] = string.Empty,
            },
            // The form of the service, whose offset has no colon.
            ["timestamp"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            ["requestId"] = Guid.NewGuid().ToString(),
        };
        ImmutableInterlocked.Update(ref _entries, entries => entries.Insert(0, entry));
    }

    public TenantResponse List(GenAuthTenantRequest request)
    {
        if (!AuditLogQuery.TryRead(request, out var query, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (query.Unimplemented is { } parameter)
        {
            return TenantResponse.ParameterNotImplemented(Operation, parameter);
        }

        return query.Page.Respond(_entries.Where(query.Matches).ToArray(), entry => entry.DeepClone());
    }

    public void Reset() => _entries = [];
}
