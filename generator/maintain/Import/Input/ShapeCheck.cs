using GenAuth.Build;
using GenAuth.Maintain.Import.Facts;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>Refuses a document with something of the wrong kind where OpenAPI says which kind it is, with the line.</summary>
internal sealed class ShapeCheck(string name, ApiDocument document)
{
    private static readonly string[] OfTexts = ["type", "format", "$ref", "operationId", "in", "name"];

    public void Run()
    {
        foreach (var path in Object(document.Root, "paths").Members())
        {
            Parameters(Is<JObject>(path.Value, "an object"));
            foreach (var verb in path.Value.Members().Where(verb => verb.Value is JObject))
            {
                Operation((JObject)verb.Value);
            }
        }

        foreach (var schema in Object(Object(document.Root, "components"), "schemas").Members())
        {
            Schema(schema.Value);
        }
    }

    private void Operation(JObject operation)
    {
        Scalars(operation);
        Texts(operation, "tags");
        Parameters(operation);
        if (operation["requestBody"] is { } body)
        {
            Contents(document.Follow(Is<JObject>(body, "an object")));
        }

        foreach (var response in Object(operation, "responses").Members())
        {
            Contents(document.Follow(Is<JObject>(response.Value, "an object")));
        }
    }

    private void Parameters(JObject owner)
    {
        foreach (var item in List(owner, "parameters"))
        {
            var parameter = document.Follow(Is<JObject>(item, "an object"));
            Scalars(parameter);
            if (parameter["name"].Text() is null || parameter["in"].Text() is null)
            {
                throw Wrong(item, "a parameter with name and in");
            }

            Schema(parameter["schema"]);
        }
    }

    private void Contents(JObject owner)
    {
        Scalars(owner);
        foreach (var media in Object(owner, "content").Members())
        {
            Schema(Is<JObject>(media.Value, "an object")["schema"]);
        }
    }

    private void Schema(JToken? token)
    {
        if (token is null)
        {
            return;
        }

        var schema = Is<JObject>(token, "a schema");
        Scalars(schema);
        if (schema["$ref"].Text() is { } reference && !(reference.StartsWith(ApiDocument.SchemaPrefix, StringComparison.Ordinal) && document.Resolve(reference) is JObject))
        {
            throw Wrong(schema["$ref"]!, $"a reference to a schema of the document; '{reference}' leads nowhere");
        }

        // Some generators write required as a flag on the property itself, which says nothing that the list does not.
        if (schema["required"] is not JValue { Value: bool })
        {
            Texts(schema, "required");
        }

        foreach (var value in List(schema, "enum"))
        {
            Is<JValue>(value, "a plain value");
        }

        Schema(schema["items"]);
        Schema(schema["additionalProperties"] is JValue { Value: bool } ? null : schema["additionalProperties"]);
        foreach (var inner in Object(schema, "properties").Members().Select(property => property.Value).Concat(FactText.Alternatives.SelectMany(key => List(schema, key))))
        {
            Schema(inner);
        }
    }

    private void Scalars(JObject owner)
    {
        foreach (var token in OfTexts.Select(key => owner[key]).OfType<JToken>().Where(token => token.Text() is null))
        {
            throw Wrong(token, "a text");
        }

        foreach (var token in FactText.Flags.Select(key => owner[key]).OfType<JToken>().Where(token => token is not JValue { Value: bool }))
        {
            throw Wrong(token, "true or false");
        }
    }

    private void Texts(JObject owner, string key)
    {
        foreach (var token in List(owner, key).Where(token => token.Text() is null))
        {
            throw Wrong(token, "a text");
        }
    }

    private JArray List(JObject owner, string key) => owner[key] is { } token ? Is<JArray>(token, "a list") : [];

    private JObject Object(JObject owner, string key) => owner[key] is { } token ? Is<JObject>(token, "an object") : [];

    private T Is<T>(JToken token, string wanted)
        where T : JToken => token as T ?? throw Wrong(token, wanted);

    private UsageException Wrong(JToken token, string wanted) =>
        new($"{PublishedDocument.At(name, token)}: {token.Path} is not {wanted}. Correct the document, or download it again.");
}
