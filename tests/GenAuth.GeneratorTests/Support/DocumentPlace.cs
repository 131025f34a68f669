using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Support;

/// <summary>One text of a document, a value or the name of a member, with its path in the document.</summary>
/// <param name="Path">The indices of the children from the root.</param>
/// <param name="IsName">Whether it is the name of a member, not a value.</param>
/// <param name="Shown">The place for messages.</param>
internal sealed record DocumentPlace(IReadOnlyList<int> Path, bool IsName, string Shown)
{
    public static IReadOnlyList<DocumentPlace> All(JObject root)
    {
        var places = new List<DocumentPlace>();
        Collect(root, [], places);
        return places;
    }

    /// <summary>Changes the text in a copy of the document, and the references to it, so that the change causes no other error.</summary>
    public void Change(JObject root, Func<string, string> change)
    {
        var token = Path.Aggregate((JToken)root, (node, index) => node.ElementAt(index));
        if (IsName)
        {
            Rename((JProperty)token, change, root);
        }
        else
        {
            var value = (JValue)token;
            var (old, replacement) = ((string)value.Value!, change((string)value.Value!));
            value.Value = replacement;
            if (value.Parent is JProperty { Name: "name", Parent: JObject parameter } && (string?)parameter["in"] == "path")
            {
                RenamePlaceholder(parameter, old, replacement);
            }
        }
    }

    private static void Rename(JProperty property, Func<string, string> change, JObject root)
    {
        var name = change(property.Name);
        if (((JObject)property.Parent!)[name] is not null)
        {
            return;
        }

        if (property.Path.StartsWith("components.schemas", StringComparison.Ordinal) && property.Parent == root["components"]!["schemas"])
        {
            var reference = Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            foreach (var value in root.Descendants().OfType<JValue>().Where(value => value.Value is string text && text == ApiDocument.SchemaPrefix + property.Name).ToList())
            {
                value.Value = ApiDocument.SchemaPrefix + reference;
            }
        }

        property.Replace(new JProperty(name, property.Value));
    }

    /// <summary>A path parameter is renamed in its path too.</summary>
    private static void RenamePlaceholder(JObject parameter, string old, string replacement)
    {
        var path = parameter.Ancestors().OfType<JProperty>().First(property => property.Name.StartsWith('/'));
        foreach (var other in path.Value.SelectTokens("$..parameters[*]").OfType<JObject>().Where(other => (string?)other["name"] == old))
        {
            other["name"] = replacement;
        }

        path.Replace(new JProperty(path.Name.Replace($"{{{old}}}", $"{{{replacement}}}", StringComparison.Ordinal), path.Value));
    }

    private static void Collect(JToken token, IReadOnlyList<int> path, List<DocumentPlace> places)
    {
        if (token is JProperty property)
        {
            places.Add(new(path, IsName: true, $"the name {property.Path}"));
        }
        else if (token is JValue { Value: string })
        {
            places.Add(new(path, IsName: false, $"the value {token.Path}"));
        }

        foreach (var (index, child) in token.Index())
        {
            Collect(child, [.. path, index], places);
        }
    }
}
