using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Operations that the project does not have yet.</summary>
internal sealed class NewOperation(Placement placement, NewType types, NewParameter parameters, PagingRule paging, Wording wording, ImportReport report)
{
    private const string Json = "application/json";

    public JObject Of(PublishedOperation source)
    {
        var (client, tag) = placement.Of(source);
        var id = placement.Name(source, client);
        var method = id.Split('_')[1];
        var made = new JObject
        {
            ["tags"] = new JArray(tag),
            ["summary"] = wording.Summary(id + " summary", source.Node["summary"].Text(), method),
            ["description"] = wording.Text(id + " description", source.Node["description"].Text(), $"Say when to {Words.Sentence(method)}, and when it fails"),
            ["operationId"] = id,
        };
        made.Put("parameters", source.Parameters.Count == 0 ? null : new JArray(source.Parameters.Select(parameter => parameters.Of(parameter, id))));
        made.Put("requestBody", Body(source, id, method));
        made["responses"] = new JObject { ["200"] = Answer(source, id, method) };
        made["security"] = placement.Security(client, tag, id);
        made.Put("deprecated", source.Node["deprecated"].IsTrue() ? true : null);
        made["x-retry"] = "never";
        report.Ask(Question.Retry, id, "what does a second request do if the answer to the first got lost?", source.Operation.Verb.Name == "get" ? "never in the document; read if it only reads" : "never");
        paging.Apply(made, id);
        report.Changed(id, $"operation added: {source.Operation.Route}");
        return made;
    }

    public JObject? Body(PublishedOperation source, string id, string method)
    {
        if (source.BodyContent is not { } content)
        {
            return null;
        }

        var schema = content.Value["schema"] as JObject ?? [];
        // The body of an upload is the one place where members stand without a name.
        var type = content.Name.StartsWith("multipart/", StringComparison.Ordinal) && schema["properties"] is JObject ? (JObject)schema.DeepClone() : types.Kind(schema, id + " body", method, "Request");
        if (type["properties"] is JObject parts)
        {
            foreach (var part in parts.Members())
            {
                part.Value["description"] = wording.Text($"{id} body.{part.Name}", part.Value["description"].Text(), $"The {Words.Sentence(part.Name)}");
            }
        }

        return new()
        {
            ["required"] = source.Body!["required"].IsTrue() || type["properties"] is not null,
            ["description"] = wording.Text(id + " body", source.Body["description"].Text(), $"Says what to {Words.Sentence(method)}"),
            ["content"] = new JObject { [content.Name] = new JObject { ["schema"] = type } },
        };
    }

    private JObject Answer(PublishedOperation source, string id, string method)
    {
        var schema = types.Kind(source.Answer, id + " answer", method, "RespDto");
        if (schema.Count == 0)
        {
            schema["description"] = Wording.Mark + "The answer, of unknown form.";
        }

        return new()
        {
            ["description"] = wording.Text(id + " answer", source.AnswerText, $"The response to {Words.Sentence(method)}"),
            ["content"] = new JObject { [Json] = new JObject { ["schema"] = schema } },
        };
    }
}
