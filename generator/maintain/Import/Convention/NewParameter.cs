using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Parameters that the project does not have yet.</summary>
internal sealed class NewParameter(NewType types, SensitiveRule sensitive, PlaceholderText texts)
{
    /// <param name="source">The published parameter.</param>
    /// <param name="operation">The operationId.</param>
    /// <param name="old">The parameter that it replaces under a similar name: its words and its mark are proposed.</param>
    public JObject Create(JObject source, string operation, JObject? old = null)
    {
        var place = Parameters.Place(operation, source);
        var name = Parameters.WireName(source);
        var described = (JObject)(source["schema"] as JObject ?? []).DeepClone();
        // What a query or a path takes is text, unless it says otherwise.
        if (described["type"] is null && SchemaSet.NameIn(described) is null && described["enum"] is null)
        {
            described["type"] = "string";
        }

        described.Put("example", source["example"] ?? described["example"] ?? old?["example"]);
        var schema = types.Create(described, place, operation.Split('_')[^1], name);
        var mark = old is null ? sensitive.MarkOf(schema, place, name) : old["x-sensitive"].Text();
        var text = texts.Draft(place, source["description"].Text(), $"The {NameParts.Sentence(name)}", old?["description"].Text());
        var parameter = Parameters.Make(source, text, schema, mark);
        NewType.Finish(schema);
        return parameter;
    }
}
