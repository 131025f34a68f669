namespace GenAuth.OpenIdConnect.Validation;

/// <summary>Lists that are one text on the wire, such as scopes and prompts (RFC 6749, section 3.3).</summary>
internal static class ScopeList
{
    public static string[] Split(string? list) => (list ?? string.Empty).Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
