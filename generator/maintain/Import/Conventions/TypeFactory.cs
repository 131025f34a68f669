using GenAuth.Build.Document;
using GenAuth.Build.Lint.Rules;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Creates a schema in the project's conventions from a published one. Named types that the project lacks are added.</summary>
internal sealed class TypeFactory(Project project, SchemaSet publishedSchemas, IntegerRule integers, EnumRule enums, SchemaFactory schemaFactory, ImportReport report)
{
    private readonly FactText _publishedFacts = new(publishedSchemas);

    /// <summary>Creates the type, the limits and the sample of a value. The caller adds the description.</summary>
    public JObject Create(JObject source, string place, string owner, string member)
    {
        var type = CreateType(source, place, owner, member);
        foreach (var flag in FactText.Flags.Where(flag => source[flag].IsTrue()))
        {
            type[flag] = true;
        }

        foreach (var limit in FactText.Limits)
        {
            if (FactText.GetLimit(source, limit) is not { } value)
            {
                continue;
            }

            if (Accepts(type, limit, value))
            {
                type[limit] = value.DeepClone();
            }
            else
            {
                ReportLimit(type, limit, value, place);
            }
        }

        type.Put("example", source["example"] is { } example && project.Schemas.IsValidSample(example, type) ? example : null);
        if (type["type"].Text() == "string" && type["format"] is null && type["example"].Text() is { } text && SampleCheck.IsInstant(text))
        {
            report.AddQuestion(QuestionKind.Differs, place, "the sample is a point in time, and the service calls it a text", $"stays a text; for a DateTimeOffset add the format date-time, and a row for {place} to DEVIATIONS.md");
        }

        return type;
    }

    /// <summary>Moves a reference with siblings into an <c>allOf</c>, because OpenAPI 3.0 ignores the siblings of a bare <c>$ref</c>.</summary>
    public static JObject WrapReference(JObject type)
    {
        if (type["$ref"] is { } reference && type.Count > 1)
        {
            type.Remove("$ref");
            type["allOf"] = new JArray(new JObject(new JProperty("$ref", reference)));
        }

        return type;
    }

    /// <summary>Creates the type alone, without limits and sample.</summary>
    public JObject CreateType(JObject source, string place, string owner, string member)
    {
        var (name, resolved) = publishedSchemas.Resolve(source);
        return resolved switch
        {
            _ when name is not null => SchemaSet.Reference(schemaFactory.GetOrAdd(name, this)),
            _ when EnumRule.Values(resolved).Any() => SchemaSet.Reference(enums.GetOrAdd(resolved, SchemaSet.NameIn(source), owner, member)),
            _ when FactText.Alternatives.FirstOrDefault(key => resolved[key] is JArray) is { } key => FromAlternatives(resolved, key, place, owner, member),
            _ when resolved["items"] is JObject items => new() { ["type"] = "array", ["items"] = WrapReference(Create(items, place, owner, member)) },
            _ when resolved["properties"] is JObject { Count: > 0 } => SchemaSet.Reference(schemaFactory.AddInline(resolved, owner, member, this)),
            _ when resolved["additionalProperties"] is JObject values => new() { ["type"] = "object", ["additionalProperties"] = WrapReference(Create(values, place, owner, member)) },
            _ => FromSimpleType(resolved, place, member),
        };
    }

    /// <summary>Whether a limit or a default is valid for a type.</summary>
    public bool Accepts(JObject type, string limit, JToken value) =>
        limit == "default" ? project.Schemas.IsValidSample(value, type) : value.Type is JTokenType.Integer or JTokenType.Float;

    /// <summary>Reports a limit that is not valid for the type.</summary>
    public void ReportLimit(JObject type, string limit, JToken value, string place) => report.AddQuestion(
        QuestionKind.Differs, place, $"the service says {limit} {value.ToJson()}, which is not valid for the type", $"stays {limit} {FactText.GetLimit(type, limit).ToJson()}; a row for {place} in DEVIATIONS.md confirms it");

    private JObject FromSimpleType(JObject resolved, string place, string member)
    {
        switch (resolved["type"].Text())
        {
            case "integer" or "number":
                var (type, format) = integers.TypeOf(resolved, place, member);
                return new() { ["type"] = type, ["format"] = format };
            case "boolean":
                return new() { ["type"] = "boolean" };
            case "string":
                var text = new JObject { ["type"] = "string" };
                text.Put("format", resolved["format"].Text() is "date-time" or "binary" ? resolved["format"] : null);
                return text;
            default:
                report.AddQuestion(QuestionKind.Untyped, place, "the service does not describe its type", "free-form, or a type of its own if its members are known");
                return [];
        }
    }

    private JObject FromAlternatives(JObject resolved, string key, string place, string owner, string member)
    {
        if (resolved[key].Objects().ToList() is [var only])
        {
            return CreateType(only, place, owner, member);
        }

        report.AddQuestion(QuestionKind.Untyped, place, $"{_publishedFacts.DescribeType(resolved)}: the code generator uses one alternative and ignores the others", $"free-form; add | `{place}` | `{key}(*)*` | `any*` | to DEVIATIONS.md");
        return [];
    }
}
