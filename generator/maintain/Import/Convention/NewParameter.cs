using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Parameters that the project does not have yet.</summary>
internal sealed class NewParameter(Vocabulary vocabulary, NewType types, SensitiveRule sensitive, Wording wording)
{
    public JObject Of(JObject source, string operation)
    {
        var place = Parameters.Place(operation, source);
        var name = Parameters.WireName(source);
        var described = (JObject)(source["schema"] as JObject ?? []).DeepClone();
        // What a query or a path takes is text, unless it says otherwise.
        if (described["type"] is null && SchemaSet.NameIn(described) is null && described["enum"] is null)
        {
            described["type"] = "string";
        }

        described.Put("example", source["example"] ?? described["example"]);
        var schema = types.Of(described, place, operation.Split('_')[^1], name);
        var mark = sensitive.Of(schema, place, name);
        var parameter = Parameters.Make(source, wording.Text(place, source["description"].Text(), vocabulary.Texts[name].FirstOrDefault() ?? $"The {Words.Sentence(name)}"), schema, mark);
        NewType.Finish(schema);
        return parameter;
    }
}
