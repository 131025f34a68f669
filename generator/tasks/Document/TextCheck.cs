using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>
/// Checks every text of a document that can become part of the generated code. It visits all objects, so that names in
/// unusual places are checked too. Samples do not become code.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="errors">Receives the errors.</param>
internal sealed class TextCheck(ApiDocument document, DocumentErrors errors)
{
    private const string Code = "GENAUTH019";
    private const string Properties = "properties";

    private static readonly string[] Samples = ["example", "examples", "default", "x-example"];

    private static readonly string[] References = ["$ref", "mapping"];

    /// <summary>The rules for values by key.</summary>
    private static readonly Dictionary<string, TextRule> Values = new()
    {
        ["format"] = TextRule.Word,
        ["x-csharp-name"] = TextRule.Identifier,
        ["x-csharp-options"] = TextRule.Identifier,
        ["x-name"] = TextRule.Identifier,
        ["x-originalName"] = TextRule.Identifier,
        ["x-enumNames"] = TextRule.Identifier,
        ["x-enum-names"] = TextRule.Identifier,
        ["x-enum-varnames"] = TextRule.Identifier,
        ["x-retry"] = TextRule.Word,
        ["x-sensitive"] = TextRule.Word,
        ["x-source-name"] = TextRule.WireName,
        ["enum"] = TextRule.WireName,
        ["required"] = TextRule.WireName,
        ["tags"] = TextRule.Tag,
        // NSwag reads these as enumerations, and " apiKey" as apiKey.
        ["style"] = TextRule.Word,
        ["in"] = TextRule.Word,
        ["type"] = TextRule.Word,
        ["collectionFormat"] = TextRule.Word,
    };

    /// <summary>Extensions that must be texts.</summary>
    private static readonly string[] Texts = ["x-csharp-name", "x-csharp-options", "x-name", "x-originalName", "x-retry", "x-sensitive", "x-source-name"];

    /// <summary>Extensions that must be lists of texts.</summary>
    private static readonly string[] Lists = ["x-enumNames", "x-enum-names", "x-enum-varnames", "x-enumDescriptions", "x-enum-descriptions", "x-enumRemedies"];

    /// <summary>The rules for the keys of maps, by the key of the map.</summary>
    private static readonly Dictionary<string, TextRule> Keys = new()
    {
        [Properties] = TextRule.WireName,
        ["content"] = TextRule.MediaType,
        ["responses"] = TextRule.Word,
        ["schemas"] = TextRule.TypeName,
        ["paths"] = TextRule.Path,
        ["parameters"] = TextRule.WireName,
        ["requestBodies"] = TextRule.WireName,
        ["securitySchemes"] = TextRule.WireName,
    };

    private static readonly Dictionary<string, TextRule> OfPaging = new()
    {
        ["style"] = TextRule.Word,
        ["in"] = TextRule.Word,
        ["itemType"] = TextRule.TypeName,
    };

    private bool _isValid = true;

    /// <summary>
    /// Whether the document is one that the service publishes. The import creates its own names of types, operations and tags, and
    /// cleans descriptions, so their rules are weaker.
    /// </summary>
    public bool IsPublished { get; set; }

    /// <returns>Whether all texts are valid.</returns>
    public bool Run()
    {
        Walk(document.Root);
        foreach (var tag in (document.Root["tags"] as JArray ?? []).OfType<JObject>())
        {
            Check(tag.Property("name"), TextRule.Tag);
        }

        return _isValid;
    }

    private void Walk(JObject node)
    {
        foreach (var property in node.Properties())
        {
            CheckKey(property, TextRule.Prose);
            if (Samples.Contains(property.Name))
            {
                continue;
            }

            CheckKind(property);
            if (property.Name == "x-paging")
            {
                CheckPaging(property);
            }
            else if (property.Value is JObject map && Keys.TryGetValue(property.Name, out var rule))
            {
                WalkMap(map, rule);
            }
            else if (property.Name == "name" && node["in"] is not null)
            {
                Check(property, TextRule.WireName);
            }
            else
            {
                Walk(property.Value, References.Contains(property.Name) ? TextRule.Prose : Values.TryGetValue(property.Name, out rule) ? rule : TextRule.Prose);
            }
        }
    }

    private void CheckKind(JProperty property)
    {
        if (Texts.Contains(property.Name) && property.Value.Type != JTokenType.String)
        {
            Report(property, $"'{property.Name}' is not a text. Correct the value.");
        }
        else if (Lists.Contains(property.Name) && !(property.Value is JArray list && list.All(item => item.Type == JTokenType.String)))
        {
            Report(property, $"'{property.Name}' is not a list of texts. Correct the value.");
        }
    }

    /// <summary>Walks through a map, whose keys are names: a member named <c>format</c> is not a format.</summary>
    private void WalkMap(JObject map, TextRule rule)
    {
        foreach (var property in map.Properties())
        {
            CheckKey(property, rule);
            Walk(property.Value, TextRule.Prose);
        }
    }

    private void Walk(JToken value, TextRule rule)
    {
        switch (value)
        {
            case JObject node:
                Walk(node);
                break;
            case JArray list:
                foreach (var item in list)
                {
                    Walk(item, rule);
                }

                break;
            default:
                Check(value, rule);
                break;
        }
    }

    private void CheckPaging(JProperty paging)
    {
        foreach (var property in ApiDocument.Children(paging.Value))
        {
            CheckKey(property, TextRule.Prose);
            Walk(property.Value, OfPaging.TryGetValue(property.Name, out var rule) ? rule : TextRule.MemberPath);
        }
    }

    private void Check(JProperty? property, TextRule rule)
    {
        if (property is not null)
        {
            Walk(property.Value, rule);
        }
    }

    private void CheckKey(JProperty property, TextRule rule)
    {
        if (For(rule)?.FindProblem(property.Name) is { } problem)
        {
            Report(property, $"The name {PrintableText.Quote(property.Name)} {problem}");
        }
    }

    private void Check(JToken value, TextRule rule)
    {
        if (value is JValue { Value: string text } && For(rule)?.FindProblem(text) is { } problem)
        {
            Report(value, $"The value {PrintableText.Quote(text)} {problem}");
        }
    }

    private void Report(JToken place, string message)
    {
        _isValid = false;
        errors.Add(Code, place, message);
    }

    private TextRule? For(TextRule rule) =>
        !IsPublished ? rule
        : rule == TextRule.Prose ? null
        : rule == TextRule.TypeName || rule == TextRule.Identifier || rule == TextRule.Tag ? TextRule.WireName
        : rule;
}
