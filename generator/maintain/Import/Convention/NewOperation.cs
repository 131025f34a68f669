using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Operations that the project does not have yet.</summary>
internal sealed class NewOperation(Placement placement, SecurityRule security, NewType types, NewParameter parameters, PagingRule paging, PlaceholderText texts, ImportReport report)
{
    private const string Json = "application/json";

    public JObject Create(PublishedOperation source)
    {
        var (client, tag) = placement.Find(source);
        var id = placement.Name(source, client);
        var method = id.Split('_')[1];
        var made = new JObject
        {
            ["tags"] = new JArray(tag),
            ["summary"] = texts.DraftSummary(id + " summary", source.Node["summary"].Text(), method),
            ["description"] = texts.Draft(id + " description", source.Node["description"].Text(), $"Say when to {NameParts.Sentence(method)}, and when it fails"),
            ["operationId"] = id,
        };
        made.Put("parameters", source.Parameters.Count == 0 ? null : new JArray(source.Parameters.Select(parameter => parameters.Create(parameter, id))));
        made.Put("requestBody", Body(source, id, method));
        made["responses"] = new JObject { ["200"] = Answer(source, id, method) };
        made["security"] = security.Create(source, client, tag, id);
        made.Put("deprecated", source.Node["deprecated"].IsTrue() ? true : null);
        made["x-retry"] = "never";
        report.Ask(Question.Retry, id, "read if it changes nothing, idempotent if a second request leaves the same state, otherwise never", "never");
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
        var type = source.IsUpload ? (JObject)schema.DeepClone() : types.Kind(schema, id + " body", method, "Request");
        if (type["properties"] is JObject parts)
        {
            foreach (var part in parts.Members())
            {
                part.Value["description"] = texts.Draft($"{id} body.{part.Name}", part.Value["description"].Text(), $"The {NameParts.Sentence(part.Name)}");
            }
        }

        return new()
        {
            ["required"] = source.IsBodyRequired,
            ["description"] = texts.Draft(id + " body", source.Body!["description"].Text(), $"Says what to {NameParts.Sentence(method)}"),
            ["content"] = new JObject { [content.Name] = new JObject { ["schema"] = type } },
        };
    }

    private JObject Answer(PublishedOperation source, string id, string method)
    {
        var schema = types.Kind(source.Answer, id + " answer", method, "RespDto");
        if (schema.Count == 0)
        {
            schema["description"] = PlaceholderText.Mark + "The answer, of unknown form.";
        }

        return new()
        {
            ["description"] = texts.Draft(id + " answer", source.AnswerText, $"The response to {NameParts.Sentence(method)}"),
            ["content"] = new JObject { [Json] = new JObject { ["schema"] = schema } },
        };
    }
}
