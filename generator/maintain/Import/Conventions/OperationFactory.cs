using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Creates operations that the project does not have yet.</summary>
internal sealed class OperationFactory(OperationPlacement placement, SecurityRule security, TypeFactory typeFactory, ParameterFactory parameterFactory, PagingRule paging, PlaceholderText texts, ImportReport report)
{
    private const string Json = "application/json";

    public JObject Create(PublishedOperation source)
    {
        var (client, tag) = placement.FindClientAndTag(source);
        var id = placement.CreateName(source, client);
        var method = id.Split('_')[1];
        var operation = new JObject
        {
            ["tags"] = new JArray(tag),
            ["summary"] = texts.DraftSummary(id + " summary", source.Node["summary"].Text(), method),
            ["description"] = texts.Draft(id + " description", source.Node["description"].Text(), $"Say when to {NameParts.Sentence(method)}, and when it fails"),
            ["operationId"] = id,
        };
        operation.Put("parameters", source.Parameters.Count == 0 ? null : new JArray(source.Parameters.Select(parameter => parameterFactory.Create(parameter, id))));
        operation.Put("requestBody", CreateBody(source, id, method));
        operation["responses"] = new JObject { ["200"] = CreateResponse(source, id, method) };
        operation["security"] = security.Create(source, client, tag, id);
        operation.Put("deprecated", source.Node["deprecated"].IsTrue() ? true : null);
        operation["x-retry"] = "never";
        report.AddQuestion(QuestionKind.Retry, id, "read if it changes nothing, idempotent if a second request leaves the same state, otherwise never", "never");
        paging.Apply(operation, id);
        report.AddChange(id, $"operation added: {source.Operation.Route}");
        return operation;
    }

    public JObject? CreateBody(PublishedOperation source, string id, string method)
    {
        if (source.BodyContent is not { } content)
        {
            return null;
        }

        var schema = content.Value["schema"] as JObject ?? [];
        // Only the body of an upload has inline members.
        var type = source.IsUpload ? (JObject)schema.DeepClone() : typeFactory.CreateType(schema, id + " body", method, "Request");
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

    private JObject CreateResponse(PublishedOperation source, string id, string method)
    {
        var schema = typeFactory.CreateType(source.ResponseSchema, id + " response", method, "RespDto");
        if (schema.Count == 0)
        {
            schema["description"] = PlaceholderText.Prefix + "The response, whose form is unknown.";
        }

        return new()
        {
            ["description"] = texts.Draft(id + " response", source.ResponseDescription, $"The response to {NameParts.Sentence(method)}"),
            ["content"] = new JObject { [Json] = new JObject { ["schema"] = schema } },
        };
    }
}
