using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Creates parameters that the project does not have yet.</summary>
internal sealed class ParameterFactory(TypeFactory typeFactory, SensitiveRule sensitive, PlaceholderText texts)
{
    /// <param name="source">The published parameter.</param>
    /// <param name="operation">The operationId.</param>
    /// <param name="old">The parameter of a similar name that it replaces: its text and its <c>x-sensitive</c> are proposed.</param>
    public JObject Create(JObject source, string operation, JObject? old = null)
    {
        var place = ParameterRule.Place(operation, source);
        var name = ParameterRule.WireName(source);
        var described = (JObject)(source["schema"] as JObject ?? []).DeepClone();
        // The values of a query or a path are text by default.
        if (described["type"] is null && SchemaSet.NameIn(described) is null && described["enum"] is null)
        {
            described["type"] = "string";
        }

        described.Put("example", source["example"] ?? described["example"] ?? old?["example"]);
        var schema = typeFactory.Create(described, place, operation.Split('_')[^1], name);
        var mark = old is null ? sensitive.MarkOf(schema, place, name) : old["x-sensitive"].Text();
        var text = texts.Draft(place, source["description"].Text(), $"The {NameParts.Sentence(name)}", old?["description"].Text());
        var parameter = ParameterRule.Create(source, text, schema, mark);
        TypeFactory.WrapReference(schema);
        return parameter;
    }
}
