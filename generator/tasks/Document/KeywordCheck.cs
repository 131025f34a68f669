using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks references and types in all schemas.</summary>
internal sealed class KeywordCheck(ApiDocument document, DocumentErrors errors)
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];
    private static readonly string[] Samples = ["example", "examples", "default", "enum"];

    public void Run()
    {
        foreach (var reference in document.Root.DescendantsAndSelf().OfType<JProperty>()
            .Where(property => property.Name == "$ref" && property.Value.Type == JTokenType.String && !IsExample(property)))
        {
            CheckReference(reference, reference.Value.ToString());
        }

        foreach (var type in document.Root.SelectTokens("$..['type']")
            .Where(token => token.Type == JTokenType.String && token.Parent?.Parent is { } owner && IsSchema(owner) && !Types.Contains(token.ToString())))
        {
            errors.Add("GENAUTH004", type, $"'{type}' is not a JSON type. Use one of {string.Join(", ", Types)}.");
        }
    }

    private void CheckReference(JProperty reference, string target)
    {
        if (!ApiDocument.IsLocal(target))
        {
            errors.Add("GENAUTH003", reference, $"'{target}' points to another document. Copy its target into components and refer to it there.");
        }
        else if (document.Resolve(target) is null)
        {
            errors.Add("GENAUTH003", reference, $"'{target}' does not exist in the document. Add it, or correct the reference.");
        }
    }

    /// <summary>A member named type is a keyword only in a schema, not among its properties or in an example.</summary>
    private static bool IsSchema(JToken token)
    {
        var path = token.Path;
        return (path.StartsWith("components.schemas", StringComparison.Ordinal) || path.Contains("schema")) && !IsExample(token) && !IsAmongProperties(token);
    }

    private static bool IsExample(JToken token) =>
        token.AncestorsAndSelf().OfType<JProperty>().Any(property => Samples.Contains(property.Name) && !IsAmongProperties(property.Parent));

    /// <summary>Whether a property is not a keyword, but part of an example or a member with the name of a keyword.</summary>
    public static bool IsSampleOrName(JProperty property) => IsAmongProperties(property.Parent) || (property.Parent is { } owner && IsExample(owner));

    private static bool IsAmongProperties(JToken? token) => token?.Parent is JProperty { Name: "properties" };
}
