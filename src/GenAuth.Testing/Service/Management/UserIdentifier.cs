using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service.Management;

/// <summary>How an operation names one user: an ID and its kind, <c>user_id</c> by default.</summary>
internal sealed record UserIdentifier(string Id, string Type)
{
    public const string DefaultType = "user_id";

    // The member that each implemented kind of ID is compared with.
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        [DefaultType] = "userId",
        ["external_id"] = "externalId",
        ["phone"] = "phone",
        ["email"] = "email",
        ["username"] = "username",
    };

    public bool IsImplemented => Members.ContainsKey(Type);

    public bool Matches(JsonObject user) => user[Members[Type]] is JsonValue value && value.TryGetValue<string>(out var text) && text == Id;
}
