using System.Text.Json;

namespace GenAuth.OpenIdConnect.Transport;

/// <summary>Reads members of a JSON object that are texts.</summary>
internal static class JsonText
{
    /// <summary>The text of a member, or <see langword="null"/> if it is missing or of another type.</summary>
    public static string? GetText(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The same, but <see langword="null"/> also for an empty text.</summary>
    public static string? GetNonEmptyText(this JsonElement json, string name) => json.GetText(name) is { Length: > 0 } text ? text : null;
}
