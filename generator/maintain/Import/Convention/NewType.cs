using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>What the service says of a type, in the project's conventions. Types that the project lacks are added with it.</summary>
internal sealed class NewType(Project project, SchemaSet published, IntegerRule integers, EnumRule enums, NewSchema schemas, ImportReport report)
{
    private readonly FactText _facts = new(published);

    /// <summary>Type, limits and sample of a value; a description is the caller's.</summary>
    public JObject Of(JObject source, string place, string owner, string member)
    {
        var type = Kind(source, place, owner, member);
        foreach (var flag in FactText.Flags.Where(flag => source[flag].IsTrue()))
        {
            type[flag] = true;
        }

        foreach (var limit in FactText.Limits.Where(limit => FactText.Limit(source, limit) is not null))
        {
            SetLimit(type, limit, source[limit]!, place);
        }

        type.Put("example", source["example"] is { } example && Fit.Is(example, type, project.Schemas) ? example : null);
        return type;
    }

    /// <summary>A reference beside anything else is ignored by OpenAPI 3.0, so it goes into the one <c>allOf</c> there.</summary>
    public static JObject Finish(JObject type)
    {
        if (type["$ref"] is { } reference && type.Count > 1)
        {
            type.Remove("$ref");
            type["allOf"] = new JArray(new JObject(new JProperty("$ref", reference)));
        }

        return type;
    }

    public JObject Kind(JObject source, string place, string owner, string member)
    {
        var (name, seen) = published.See(source);
        return seen switch
        {
            _ when name is not null => SchemaSet.Reference(schemas.NameOf(name, this)),
            _ when EnumRule.Values(seen).Any() => SchemaSet.Reference(enums.NameOf(seen, SchemaSet.NameIn(source), owner, member)),
            _ when FactText.Alternatives.FirstOrDefault(key => seen[key] is JArray) is { } key => Alternatives(seen, key, place, owner, member),
            _ when seen["items"] is JObject items => new() { ["type"] = "array", ["items"] = Finish(Of(items, place, owner, member)) },
            _ when seen["properties"] is JObject => SchemaSet.Reference(schemas.Invent(seen, owner, member, this)),
            _ when seen["additionalProperties"] is JObject values => new() { ["type"] = "object", ["additionalProperties"] = Finish(Of(values, place, owner, member)) },
            _ => Plain(seen, place, member),
        };
    }

    /// <summary>A limit or default, if the type can have it.</summary>
    public void SetLimit(JObject type, string limit, JToken value, string place)
    {
        if (limit == "default" ? Fit.Is(value, type, project.Schemas) : value.Type is JTokenType.Integer or JTokenType.Float)
        {
            type[limit] = value.DeepClone();
        }
        else
        {
            report.Ask(Question.Differs, place, $"{limit} {value} is no value of the type", $"leave it out; add a row for {place} to DEVIATIONS.md");
        }
    }

    private JObject Plain(JObject seen, string place, string member)
    {
        switch (seen["type"].Text())
        {
            case "integer" or "number":
                var (type, format) = integers.Of(seen, place, member);
                return new() { ["type"] = type, ["format"] = format };
            case "boolean":
                return new() { ["type"] = "boolean" };
            case "string":
                var text = new JObject { ["type"] = "string" };
                text.Put("format", seen["format"].Text() is "date-time" or "binary" ? seen["format"] : null);
                return text;
            default:
                report.Ask(Question.Untyped, place, "the service does not describe its form", "free-form, or a type of its own if its members are known");
                return [];
        }
    }

    private JObject Alternatives(JObject seen, string key, string place, string owner, string member)
    {
        if (seen[key].Objects().ToList() is [var only])
        {
            return Kind(only, place, owner, member);
        }

        report.Ask(Question.Untyped, place, $"{_facts.Kind(seen)}: the code generator takes one alternative and forgets the rest", $"free-form; add | `{place}` | `{key}(*)*` | `any*` | to DEVIATIONS.md");
        return [];
    }
}
