using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service.Management;

/// <summary>A search for keywords: a user is found when one of the fields holds them, whatever their case.</summary>
/// <param name="Keywords">The text; empty finds everybody.</param>
/// <param name="Fields">The fields, as <c>fuzzySearchOn</c> names them.</param>
internal sealed record UserSearch(string Keywords, IReadOnlyList<string> Fields)
{
    public static IReadOnlyList<string> DefaultFields { get; } = ["phone", "email", "name", "username", "nickname", "identityNumber"];

    private static readonly HashSet<string> KnownFields = new(StringComparer.Ordinal)
    {
        "id", "phone", "email", "name", "username", "externalId", "nickname", "company", "givenName", "familyName", "middleName", "profile",
        "preferredUsername", "website", "address", "formatted", "streetAddress", "postalCode", "identityNumber",
    };

    public static bool IsKnown(string field) => KnownFields.Contains(field);

    public bool Finds(JsonObject user) => Keywords.Length == 0 || Fields.Any(field =>
        user[field == "id" ? "userId" : field] is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.Contains(Keywords, StringComparison.OrdinalIgnoreCase));
}
