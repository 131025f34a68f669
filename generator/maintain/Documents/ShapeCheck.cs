using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Documents;

/// <summary>Refuses values of another kind than OpenAPI defines, and unresolvable references.</summary>
/// <param name="name">The name of the document in messages.</param>
/// <param name="document">The document.</param>
/// <param name="allowRepeatedValues">Whether an enum may list a value twice. Some published documents do.</param>
internal sealed class ShapeCheck(string name, ApiDocument document, bool allowRepeatedValues = false)
{
    private static readonly string[] Texts =
    [
        "type", "format", "$ref", "operationId", "in", "name", "style", "x-csharp-name", "x-csharp-options", "x-retry", "x-sensitive", "x-source-name",
    ];

    // Some generators write null for a missing text.
    private static readonly string[] OptionalTexts = ["title", "version", "summary", "description"];

    private static readonly string[] Flags = ["nullable", "deprecated", "explode", "x-client-credentials"];

    private static readonly string[] TextLists = ["x-enumNames", "x-enumDescriptions", "x-enumRemedies"];

    private static readonly string[] Alternatives = ["oneOf", "anyOf", "allOf"];

    private JObject _schemas = [];

    public void Run()
    {
        _schemas = Object(Object(document.Root, "components"), "schemas");
        Values(Object(document.Root, "info"));
        foreach (var tag in List(document.Root, "tags"))
        {
            Values(Is<JObject>(tag, "an object"));
            RequireText(tag, "name", "a tag with a name");
        }

        if (document.Root["paths"] is not JObject paths)
        {
            throw Wrong(document.Root["paths"] ?? document.Root, "paths", "an object");
        }

        foreach (var path in paths.Members().Where(path => !path.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            Path(Is<JObject>(path.Value, "an object"));
        }

        foreach (var schema in _schemas.Members())
        {
            Schema(schema.Value);
        }

        new SchemaCycleCheck(name, _schemas, BaseReferences).Run();
    }

    /// <summary>The names that a schema refers to without an object in between.</summary>
    private static IEnumerable<string> BaseReferences(JObject schema) => ApiDocument.NameOf(schema["$ref"].Text()) is { } target
        ? [target]
        : schema["allOf"].Objects().SelectMany(BaseReferences);

    private void Path(JObject path)
    {
        Parameters(path);
        foreach (var verb in ApiDocument.Verbs.Select(verb => path[verb]).OfType<JToken>())
        {
            Operation(Is<JObject>(verb, "an object"));
        }
    }

    private void Operation(JObject operation)
    {
        Values(operation);
        TextsOf(operation, "tags");
        Parameters(operation);
        foreach (var key in Object(operation, "x-paging").Members())
        {
            Text(key.Value);
        }

        foreach (var scheme in List(operation, "security").SelectMany(requirement => Is<JObject>(requirement, "an object").Members()))
        {
            Is<JArray>(scheme.Value, "a list");
        }

        if (operation["requestBody"] is { } body)
        {
            var target = Target(body);
            Flag(target, "required");
            Contents(target);
        }

        foreach (var response in Object(operation, "responses").Members())
        {
            Contents(Target(response.Value));
        }
    }

    private void Parameters(JObject owner)
    {
        foreach (var item in List(owner, "parameters"))
        {
            var parameter = Target(item);
            Values(parameter);
            Flag(parameter, "required");
            RequireText(parameter, "name", "a parameter with name and in");
            RequireText(parameter, "in", "a parameter with name and in");
            Schema(parameter["schema"]);
        }
    }

    private void Contents(JObject owner)
    {
        Values(owner);
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
        Values(schema);
        if (schema["$ref"].Text() is { } reference && !(ApiDocument.NameOf(reference) is { } target && _schemas[target] is JObject found && document.Resolve(reference) == found))
        {
            throw Wrong(schema["$ref"]!, $"a reference to a schema of the document; '{OneLine(reference)}' cannot be resolved");
        }

        // Some generators write required as a flag of the property itself; only the list of the owning schema counts.
        if (schema["required"] is not JValue { Value: bool })
        {
            TextsOf(schema, "required");
        }

        var values = new HashSet<string>();
        foreach (var value in List(schema, "enum"))
        {
            var plain = Is<JValue>(value, "a plain value");
            if (!values.Add(plain.Text() ?? plain.ToJson()) && !allowRepeatedValues)
            {
                throw new UsageException($"{OpenApiReader.Location(name, value)}: {OneLine(value.Path)} repeats the value {OneLine(value.ToJson())}. Delete one of the two, with its name and description.");
            }
        }

        foreach (var key in TextLists)
        {
            TextsOf(schema, key);
        }

        Schema(schema["items"]);
        Schema(schema["additionalProperties"] is JValue { Value: bool } ? null : schema["additionalProperties"]);
        foreach (var inner in Object(schema, "properties").Members().Select(property => property.Value).Concat(Alternatives.SelectMany(key => List(schema, key))))
        {
            Schema(inner);
        }
    }

    private void Values(JObject owner)
    {
        foreach (var token in Texts.Select(key => owner[key]).Concat(OptionalTexts.Select(key => owner[key]).Where(token => token?.Type != JTokenType.Null)).OfType<JToken>())
        {
            Text(token);
        }

        foreach (var key in Flags)
        {
            Flag(owner, key);
        }
    }

    private void Text(JToken token)
    {
        if (token.Text() is null)
        {
            throw Wrong(token, "a text");
        }
    }

    private void Flag(JObject owner, string key)
    {
        if (owner[key] is { } token and not JValue { Value: bool })
        {
            throw Wrong(token, "true or false");
        }
    }

    private void TextsOf(JObject owner, string key)
    {
        foreach (var token in List(owner, key))
        {
            Text(token);
        }
    }

    private void RequireText(JToken owner, string key, string wanted)
    {
        if (owner[key].Text() is null)
        {
            throw Wrong(owner, wanted);
        }
    }

    /// <summary>An object, or the target of its reference.</summary>
    private JObject Target(JToken token)
    {
        var item = Is<JObject>(token, "an object");
        if (item["$ref"] is not { } reference)
        {
            return item;
        }

        Text(reference);
        return document.Follow(item) is var target && target != item && target["$ref"] is null
            ? target
            : throw Wrong(reference, $"a reference to an object of the document; '{OneLine(reference.Text()!)}' cannot be resolved");
    }

    private JArray List(JObject owner, string key) => owner[key] is { } token ? Is<JArray>(token, "a list") : [];

    private JObject Object(JObject owner, string key) => owner[key] is { } token ? Is<JObject>(token, "an object") : [];

    private T Is<T>(JToken token, string wanted)
        where T : JToken => token as T ?? throw Wrong(token, wanted);

    private UsageException Wrong(JToken token, string wanted) => Wrong(token, token.Path, wanted);

    private UsageException Wrong(JToken token, string path, string wanted) =>
        new($"{OpenApiReader.Location(name, token)}: {OneLine(path)} is not {wanted}. Correct the document, or download it again.");

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
