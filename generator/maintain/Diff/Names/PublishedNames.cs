using GenAuth.Build;

namespace GenAuth.Maintain.Diff;

/// <summary>The names that <c>names.lock</c> has once a document is published.</summary>
internal static class PublishedNames
{
    /// <param name="document">The document.</param>
    /// <param name="before">The names that were published before it.</param>
    public static IReadOnlyDictionary<string, string> Of(ApiDocument document, IReadOnlyDictionary<string, string>? before) =>
        PublicNames.Of(ApiReader.Read(document, before)).ToDictionary(name => name.Key, name => name.Value.Text);
}
