using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>The body of <c>POST /api/v3/get-admin-audit-logs</c>. Members that are not in the API are ignored, as by the service.</summary>
internal sealed class AuditLogQuery
{
    // The text members that are compared, and the member of the entry.
    private static readonly (string Member, string Entry)[] Texts =
        [("requestId", "requestId"), ("clientIp", "clientIp"), ("operationType", "operationType"), ("resourceType", "resourceType"), ("userId", "adminUserId")];

    private readonly List<(string Entry, string Text)> _texts = [];
    private readonly bool? _success;

    private AuditLogQuery(JsonObjectValue body)
    {
        foreach (var (member, entry) in Texts)
        {
            if (body.Member<string>(member, $"{member} must be a text.") is { } text && !(text == "all" && member is ("operationType" or "resourceType")))
            {
                _texts.Add((entry, text));
            }
        }

        _success = body["success"] is null ? null : body.Flag("success");
        Page = body.Pagination("pagination");

        // The unit of these times is not documented.
        Unimplemented = body["start"] is not null ? "start" : body["end"] is not null ? "end" : null;
    }

    public PageRange Page { get; }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>.</summary>
    public string? Unimplemented { get; }

    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out AuditLogQuery? query, [NotNullWhen(false)] out string? problem) =>
        BodyMembers.TryRead(request, body => new AuditLogQuery(body), out query, out problem);

    public bool Matches(JsonObject entry) =>
        _texts.TrueForAll(filter => (string?)entry[filter.Entry] == filter.Text) && (_success is null || (bool)entry["success"]! == _success);
}
