using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks that operations have a response that becomes the result of the method, and the members of envelopes.</summary>
internal sealed class ResponseCheck(ApiDocument document, DocumentErrors errors)
{
    private const string Code = "GENAUTH022";

    public void Run()
    {
        foreach (var operation in document.Operations.Where(operation => operation.Response(document) is null))
        {
            errors.Add(Code, operation.Value.Property("responses") ?? operation.Verb,
                $"{PrintableText.Show(operation.Route)} has no response 200 with a schema of application/json, so its method would have no result. Describe the JSON that the service sends, with an empty schema if it can be anything.");
        }

        foreach (var schema in document.Schemas)
        {
            CheckEnvelope(schema);
        }
    }

    /// <summary>A type with statusCode and message implements the envelope interface, which defines the types of four members.</summary>
    private void CheckEnvelope(JProperty schema)
    {
        if (schema.Value.Object("properties") is not { } members || !members.Has("statusCode") || !members.Has("message"))
        {
            return;
        }

        var required = schema.Value.List("required").Select(name => name.AsText()).ToList();
        var wrong = new[]
        {
            ("statusCode", "a required integer of int32", members["statusCode"].Text("type") == "integer" && members["statusCode"].Text("format") is null or "int32" && required.Contains("statusCode") && !members["statusCode"].IsTrue("nullable")),
            ("message", "a text", members["message"].Text("type") == "string" && members["message"].Text("format") is null),
            ("apiCode", "an optional ApiCode", !members.Has("apiCode") || (LintModel.NameIn(members.Object("apiCode") ?? []) == "ApiCode" && !required.Contains("apiCode"))),
            ("requestId", "a text", !members.Has("requestId") || (members["requestId"].Text("type") == "string" && members["requestId"].Text("format") is null)),
        };
        foreach (var (name, kind, isRight) in wrong.Where(member => !member.Item3))
        {
            errors.Add(Code, members.At(name), $"{PrintableText.Show(schema.Name)} has statusCode and message, so it is an envelope, but its '{name}' is not {kind}. Correct the member.");
        }
    }
}
