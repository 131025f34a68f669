using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Compares what else stands on an operation, a parameter, a type or a member, key by key.</summary>
/// <param name="subject">What it is, for the rule's name.</param>
/// <param name="wire">Its place.</param>
/// <param name="name">Its C# name.</param>
/// <param name="findings">Where to say it.</param>
internal sealed class NodeComparison(string subject, string wire, string name, Findings findings)
{
    private static readonly HashSet<string> TypeKeys = ["type", "format", "items", "allOf", "anyOf", "oneOf", "$ref", "enum", "additionalProperties", "properties", "nullable"];
    private static readonly HashSet<string> Sending = ["x-retry", "x-client-credentials", "style", "explode", "allowReserved", "collectionFormat"];
    private static readonly HashSet<string> NamedElsewhere = ["name", "required", "x-csharp-name"];

    /// <summary>Compares a node with a schema, whose C# type has been compared before.</summary>
    public void CompareTyped(JObject old, JObject current, bool isSameType, bool isSent)
    {
        var schemas = (Old: Schema(old), New: Schema(current));
        if (schemas.Old is not null && schemas.New is not null && (schemas.Old != old || schemas.New != current))
        {
            Compare(schemas.Old, schemas.New, TypeKeys, isSent);
            Compare(old, current, [.. NamedElsewhere, "schema", "content"], isSent);
        }
        else
        {
            Compare(old, current, [.. NamedElsewhere, .. TypeKeys], isSent);
        }

        var inner = TypeKeys.Except(["nullable"]).Where(key => Meaning.Whole(schemas.Old?[key]) != Meaning.Whole(schemas.New?[key])).ToList();
        if (isSameType && inner.Count != 0)
        {
            var isText = inner.TrueForAll(key => Meaning.OnWire(schemas.Old?[key]) == Meaning.OnWire(schemas.New?[key]));
            findings.Changed(isText ? $"{subject}-documentation-changed" : $"{subject}-form-changed", wire, name,
                $"has another {string.Join(", ", inner)} and the same type", isText ? Impact.Documentation : isSent ? Impact.Behavioural : Impact.None);
        }
    }

    /// <summary>Compares the keys that nobody else has compared.</summary>
    public void Compare(JObject old, JObject current, HashSet<string> compared, bool isSent)
    {
        var keys = old.Properties().Concat(current.Properties()).Select(property => property.Name).Distinct().Order(StringComparer.Ordinal)
            .Where(key => !compared.Contains(key) && Meaning.Whole(old[key]) != Meaning.Whole(current[key])).ToList();
        var texts = keys.Where(key => Meaning.IsText(key) || (key == "responses" && Meaning.OnWire(WithoutSchema(old)) == Meaning.OnWire(WithoutSchema(current)))).ToList();
        if (texts.Count != 0)
        {
            if (!texts.TrueForAll(key => key == "responses" && Meaning.Whole(WithoutSchema(old)) == Meaning.Whole(WithoutSchema(current))))
            {
                findings.Changed($"{subject}-documentation-changed", wire, name, $"has another {string.Join(", ", texts)}", Impact.Documentation);
            }
        }

        foreach (var key in keys.Except(texts))
        {
            Report(key, old[key], current[key], isSent);
        }
    }

    private void Report(string key, JToken? old, JToken? current, bool isSent)
    {
        if (key == "deprecated")
        {
            var isDeprecated = current?.Value<bool>() == true;
            findings.Changed($"{subject}-{(isDeprecated ? "deprecated" : "undeprecated")}", wire, name,
                isDeprecated ? "is deprecated now" : "is not deprecated any more", isDeprecated ? Impact.Warns : Impact.None);
        }
        else if (key == "x-sensitive")
        {
            findings.Changed($"{subject}-sensitivity-changed", wire, name,
                current is null ? "is not hidden in logs any more" : old is null ? "is hidden in logs now" : $"is marked {current} instead of {old}",
                current is null ? Impact.Behavioural : Impact.None);
        }
        else if (key == "x-retry")
        {
            findings.Changed("retry-changed", wire, name, $"is of the retry class {Text(current)} instead of {Text(old)}", Impact.Behavioural);
        }
        else if (Constraints.Are(key))
        {
            findings.Changed($"{subject}-constraint-changed", wire, name, $"has the {key} {Text(current)} instead of {Text(old)}",
                isSent && Constraints.AreTighter(key, old, current) ? Impact.Behavioural : Impact.None);
        }
        else
        {
            findings.Changed($"{subject}-{key}-changed", wire, name, $"has another {key}", Sending.Contains(key) || key == "security" ? Impact.Behavioural : Impact.None);
        }
    }

    private static string Text(JToken? value) => value is null ? "none" : value.ToString(Newtonsoft.Json.Formatting.None);

    /// <summary>The answers without the schema of the one that C# knows, which is compared as a type.</summary>
    private static JToken? WithoutSchema(JObject operation)
    {
        var answers = operation["responses"]?.DeepClone();
        (answers?["200"]?["content"]?["application/json"] as JObject)?.Remove("schema");
        return answers;
    }

    /// <summary>The schema of a parameter or a body; a member is one itself.</summary>
    private static JObject? Schema(JObject node) =>
        node["schema"] as JObject ?? ((node["content"] as JObject)?.Properties().FirstOrDefault()?.Value["schema"] as JObject) ?? node;
}
