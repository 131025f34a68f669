using GenAuth.Build;

namespace GenAuth.Maintain.Documents;

/// <summary>References to named schemas.</summary>
internal static class SchemaReference
{
    /// <summary>The name that a reference holds, without its escapes; <see langword="null"/> when it refers to something else.</summary>
    public static string? NameOf(string? reference) => reference?.StartsWith(ApiDocument.SchemaPrefix, StringComparison.Ordinal) == true
        ? Uri.UnescapeDataString(reference[ApiDocument.SchemaPrefix.Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
        : null;
}
