using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Compares the remaining keys of an operation, a parameter, a type or a member.</summary>
/// <param name="subject">The kind of node, the first part of the rule's name.</param>
/// <param name="wire">Its location on the wire.</param>
/// <param name="name">Its C# name.</param>
/// <param name="changes">Receives the changes.</param>
internal sealed class NodeComparison(string subject, string wire, string name, ChangeCollector changes)
{
    private static readonly HashSet<string> TypeKeys = ["type", "format", "items", "allOf", "anyOf", "oneOf", "$ref", "enum", "additionalProperties", "properties", "nullable"];
    private static readonly HashSet<string> RequestKeys = ["x-retry", "x-client-credentials", "style", "explode", "allowReserved", "collectionFormat"];
    private static readonly HashSet<string> LowerLimits = ["minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum"];
    private static readonly HashSet<string> UpperLimits = ["maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum"];
    private static readonly HashSet<string> OtherConstraints = ["default", "pattern", "uniqueItems", "multipleOf", "readOnly", "writeOnly"];
    private static readonly HashSet<string> NamedElsewhere = ["name", "required", "x-csharp-name"];

    /// <summary>Compares nodes with a schema. The caller has compared their C# types.</summary>
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

        var inner = TypeKeys.Except(["nullable"]).Where(key => CanonicalJson.Write(schemas.Old?[key]) != CanonicalJson.Write(schemas.New?[key])).ToList();
        if (isSameType && inner.Count != 0)
        {
            var isText = inner.TrueForAll(key => CanonicalJson.WriteWithoutTexts(schemas.Old?[key]) == CanonicalJson.WriteWithoutTexts(schemas.New?[key]));
            changes.Changed(isText ? $"{subject}-documentation-changed" : $"{subject}-form-changed", wire, name,
                $"has a different {string.Join(", ", inner)} and the same type", isText ? Impact.Documentation : isSent ? Impact.Behavioural : Impact.None);
        }
    }

    /// <summary>Compares all keys except those that the caller has compared.</summary>
    public void Compare(JObject old, JObject current, HashSet<string> compared, bool isSent)
    {
        var keys = old.Properties().Concat(current.Properties()).Select(property => property.Name).Distinct().Order(StringComparer.Ordinal)
            .Where(key => !compared.Contains(key) && CanonicalJson.Write(old[key]) != CanonicalJson.Write(current[key])).ToList();
        var texts = keys.Where(key => CanonicalJson.IsText(key) || (key == "responses" && CanonicalJson.WriteWithoutTexts(WithoutSchema(old)) == CanonicalJson.WriteWithoutTexts(WithoutSchema(current)))).ToList();
        if (texts.Count != 0)
        {
            if (!texts.TrueForAll(key => key == "responses" && CanonicalJson.Write(WithoutSchema(old)) == CanonicalJson.Write(WithoutSchema(current))))
            {
                changes.Changed($"{subject}-documentation-changed", wire, name, $"has a different {string.Join(", ", texts)}", Impact.Documentation);
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
            changes.Changed($"{subject}-{(isDeprecated ? "deprecated" : "undeprecated")}", wire, name,
                isDeprecated ? "is deprecated now" : "is no longer deprecated", isDeprecated ? Impact.Warns : Impact.None);
        }
        else if (key == "x-sensitive")
        {
            changes.Changed($"{subject}-sensitivity-changed", wire, name,
                current is null ? "is no longer hidden in logs" : old is null ? "is hidden in logs now" : $"is marked {current} instead of {old}",
                current is null ? Impact.Behavioural : Impact.None);
        }
        else if (key == "x-retry")
        {
            changes.Changed("retry-changed", wire, name, $"has the x-retry {Text(current)} instead of {Text(old)}", Impact.Behavioural);
        }
        else if (IsConstraint(key))
        {
            changes.Changed($"{subject}-constraint-changed", wire, name, $"has the {key} {Text(current)} instead of {Text(old)}",
                isSent && IsTighter(key, old, current) ? Impact.Behavioural : Impact.None);
        }
        else
        {
            changes.Changed($"{subject}-{key}-changed", wire, name, $"has a different {key}", RequestKeys.Contains(key) || key == "security" ? Impact.Behavioural : Impact.None);
        }
    }

    private static string Text(JToken? value) => value is null ? "none" : value.ToString(Newtonsoft.Json.Formatting.None);

    /// <summary>The responses without the schema of the result, which is compared as a type.</summary>
    private static JToken? WithoutSchema(JObject operation)
    {
        var responses = operation["responses"]?.DeepClone();
        (responses?["200"]?["content"]?["application/json"] as JObject)?.Remove("schema");
        return responses;
    }

    /// <summary>The schema of a parameter or a body; a member is a schema itself.</summary>
    private static JObject? Schema(JObject node) =>
        node["schema"] as JObject ?? ((node["content"] as JObject)?.Properties().FirstOrDefault()?.Value["schema"] as JObject) ?? node;

    private static bool IsConstraint(string key) => LowerLimits.Contains(key) || UpperLimits.Contains(key) || OtherConstraints.Contains(key);

    /// <summary>Whether the service may refuse a value that was valid before, or omitting the value may have a different effect.</summary>
    private static bool IsTighter(string key, JToken? old, JToken? current) =>
        key == "default" || (current is not null && (old is null || !IsNumber(old) || !IsNumber(current)
            || (LowerLimits.Contains(key) ? (double)current > (double)old : !UpperLimits.Contains(key) || (double)current < (double)old)));

    private static bool IsNumber(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float;
}
