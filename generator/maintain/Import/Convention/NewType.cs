using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>What the service says of a type, in the project's conventions. Types that the project lacks are added with it.</summary>
internal sealed class NewType(Project project, SchemaSet published, IntegerRule integers, EnumRule enums, NewSchema schemas, ImportReport report)
{
    private readonly FactText _facts = new(published);

    /// <summary>Type, limits and sample of a value; a description is the caller's.</summary>
    public JObject Create(JObject source, string place, string owner, string member)
    {
        var type = Kind(source, place, owner, member);
        foreach (var flag in FactText.Flags.Where(flag => source[flag].IsTrue()))
        {
            type[flag] = true;
        }

        foreach (var limit in FactText.Limits)
        {
            if (FactText.Limit(source, limit) is not { } value)
            {
                continue;
            }

            if (CanHave(type, limit, value))
            {
                type[limit] = value.DeepClone();
            }
            else
            {
                AskForLimit(type, limit, value, place);
            }
        }

        type.Put("example", source["example"] is { } example && ValueCheck.IsValid(example, type, project.Schemas) ? example : null);
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
        var (name, resolved) = published.Resolve(source);
        return resolved switch
        {
            _ when name is not null => SchemaSet.Reference(schemas.NameOf(name, this)),
            _ when EnumRule.Values(resolved).Any() => SchemaSet.Reference(enums.NameOf(resolved, SchemaSet.NameIn(source), owner, member)),
            _ when FactText.Alternatives.FirstOrDefault(key => resolved[key] is JArray) is { } key => Alternatives(resolved, key, place, owner, member),
            _ when resolved["items"] is JObject items => new() { ["type"] = "array", ["items"] = Finish(Create(items, place, owner, member)) },
            _ when resolved["properties"] is JObject { Count: > 0 } => SchemaSet.Reference(schemas.Invent(resolved, owner, member, this)),
            _ when resolved["additionalProperties"] is JObject values => new() { ["type"] = "object", ["additionalProperties"] = Finish(Create(values, place, owner, member)) },
            _ => Plain(resolved, place, member),
        };
    }

    /// <summary>Whether a type can have a limit or a default.</summary>
    public bool CanHave(JObject type, string limit, JToken value) =>
        limit == "default" ? ValueCheck.IsValid(value, type, project.Schemas) : value.Type is JTokenType.Integer or JTokenType.Float;

    /// <summary>Asks about a limit that the type cannot have.</summary>
    public void AskForLimit(JObject type, string limit, JToken value, string place) => report.Ask(
        Question.Differs, place, $"the service says {limit} {value.ToJson()}, which is not a value of the type", $"stays {limit} {FactText.Limit(type, limit).ToJson()}; a row for {place} in DEVIATIONS.md confirms it");

    private JObject Plain(JObject resolved, string place, string member)
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
                report.Ask(Question.Untyped, place, "the service does not describe its form", "free-form, or a type of its own if its members are known");
                return [];
        }
    }

    private JObject Alternatives(JObject resolved, string key, string place, string owner, string member)
    {
        if (resolved[key].Objects().ToList() is [var only])
        {
            return Kind(only, place, owner, member);
        }

        report.Ask(Question.Untyped, place, $"{_facts.Kind(resolved)}: the code generator takes one alternative and forgets the rest", $"free-form; add | `{place}` | `{key}(*)*` | `any*` | to DEVIATIONS.md");
        return [];
    }
}
