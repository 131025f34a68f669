using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>What the document makes certain to have a name, so that a line that was not recognised does not go unnoticed.</summary>
internal sealed class DocumentNames(ApiDocument document)
{
    public IEnumerable<string> Identities() => document.Operations.SelectMany(OfOperation).Concat(document.Schemas.SelectMany(OfSchema));

    private IEnumerable<string> OfOperation(Operation operation)
    {
        var identity = operation.Route;
        yield return identity;
        foreach (var parameter in operation.Parameters(document))
        {
            var name = (string?)parameter["name"] ?? string.Empty;
            yield return identity + ((string?)parameter["in"] == "path" ? $" {{{name}}}" : $" ?{name.Replace("[]", string.Empty)}");
        }

        foreach (var body in OfBody(operation))
        {
            yield return $"{identity} {body}";
        }

        if (document.Follow(operation.Value["responses"]?["200"])?.SelectToken("content['application/json'].schema") is not null)
        {
            yield return $"{identity} response";
        }

        if (operation.Value["x-paging"] is not null)
        {
            yield return $"{identity} paging";
            yield return $"{identity} item";
        }
    }

    private IEnumerable<string> OfBody(Operation operation)
    {
        var body = ApiDocument.Children(document.Follow(operation.Value["requestBody"])?["content"]).FirstOrDefault(content => content.Value["schema"] is not null);
        return body is null ? []
            : body.Name == "multipart/form-data" ? ApiDocument.Children(document.Follow(body.Value["schema"])?["properties"]).Select(field => $"({field.Name})")
            : ["(body)", "body"];
    }

    private static IEnumerable<string> OfSchema(JProperty schema)
    {
        foreach (var value in schema.Value["enum"] ?? new JArray())
        {
            // As a string of C# holds it, without the quotation marks.
            var text = value.Type == JTokenType.String ? JsonConvert.ToString((string?)value) : $"\"{value}\"";
            yield return $"{schema.Name}.{text.Substring(1, text.Length - 2)}";
        }

        foreach (var property in ApiDocument.Children(schema.Value["properties"]))
        {
            yield return $"{schema.Name}.{property.Name}";
        }
    }
}
