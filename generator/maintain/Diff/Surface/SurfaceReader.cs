using GenAuth.Build;
using GenAuth.Maintain.CSharp;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Reads out of a document what users of the SDK will see of it.</summary>
/// <param name="document">The document.</param>
/// <param name="names">Its C# names.</param>
/// <param name="wrapped">The methods whose public side is written by hand, <c>Client.MethodAsync</c>.</param>
internal sealed class SurfaceReader(ApiDocument document, ApiNames names, IReadOnlySet<string> wrapped)
{
    private readonly TypeRules _types = new(document);
    private readonly TypeUse _use = new(document);

    public ApiSurface Read() => new(
        document.Root,
        document.Operations.Select(ReadOperation).ToDictionary(operation => operation.Wire),
        document.Schemas.Select(ReadType).ToDictionary(type => type.Name));

    private OperationSurface ReadOperation(Operation operation)
    {
        var wire = operation.Route;
        var name = names.OfOperation(operation, wire);
        var body = BodyOf(operation);
        var answer = document.Follow(operation.Value["responses"]?["200"])?.SelectToken("content['application/json'].schema");
        return new OperationSurface(
            wire,
            operation.Value,
            name.Split('.', 2)[0],
            name.Split('.', 2)[^1],
            wrapped.Contains(name),
            // What is required comes first, each in the document's order.
            [.. ReadParameters(operation, wire).Concat(ReadBody(operation, wire, body)).OrderBy(parameter => !parameter.IsRequired)],
            body?.Name,
            _types.OfResponse(answer),
            (string?)operation.Value["x-paging"]?["itemType"]);
    }

    private IEnumerable<ParameterSurface> ReadParameters(Operation operation, string wire)
    {
        foreach (var parameter in operation.Parameters(document))
        {
            var name = ((string?)parameter["name"] ?? string.Empty).Replace("[]", string.Empty, StringComparison.Ordinal);
            var place = (string?)parameter["in"] == "path" ? $"{{{name}}}" : $"?{name}";
            var isRequired = parameter["required"]?.Value<bool>() == true;
            yield return new ParameterSurface(
                place, names.OfParameter(parameter, $"{wire} {place}"), _types.OfParameter(parameter["schema"], isRequired), isRequired, parameter);
        }
    }

    private IEnumerable<ParameterSurface> ReadBody(Operation operation, string wire, JProperty? body)
    {
        if (body is null)
        {
            yield break;
        }

        if (body.Name == "multipart/form-data")
        {
            foreach (var part in ApiDocument.Children(document.Follow(body.Value["schema"])?["properties"]))
            {
                yield return new ParameterSurface(
                    $"({part.Name})", names.OfPart($"{wire} ({part.Name})", part.Name, part.Value), new CSharpType("FileUpload"), IsRequired: true, (JObject)part.Value);
            }
        }
        else
        {
            var request = document.Follow(operation.Value["requestBody"])!;
            var isRequired = request["required"]?.Value<bool>() == true;
            yield return new ParameterSurface(
                "(body)", names.OfBody($"{wire} (body)"), _types.OfParameter(body.Value["schema"], isRequired), isRequired, request);
        }
    }

    private JProperty? BodyOf(Operation operation) =>
        ApiDocument.Children(document.Follow(operation.Value["requestBody"])?["content"]).FirstOrDefault(content => content.Value["schema"] is not null);

    private TypeSurface ReadType(JProperty schema)
    {
        var kind = TypeRules.KindOf(schema.Value);
        // A type that extends another says its own part beside the reference.
        var parts = (schema.Value["allOf"] as JArray)?.OfType<JObject>().ToList() ?? [];
        var own = parts.Find(part => TypeRules.ReferenceOf(part) is null) ?? schema.Value;
        return new TypeSurface(
            schema.Name,
            (JObject)schema.Value,
            kind,
            kind switch
            {
                TypeKind.List => _types.OfMember(schema.Value["items"], isRequired: true).ToString(),
                TypeKind.Map => _types.OfMember(schema.Value["additionalProperties"], isRequired: true).ToString(),
                _ => parts.Select(TypeRules.ReferenceOf).FirstOrDefault(name => name is not null),
            },
            ApiDocument.Children(own["properties"]).Select(member => ReadMember(schema.Name, member, own)).ToDictionary(member => member.Wire),
            ReadValues(schema).ToDictionary(value => value.Wire),
            _use.Sent.Contains(schema.Name),
            _use.Received.Contains(schema.Name));
    }

    private MemberSurface ReadMember(string type, JProperty member, JToken owner)
    {
        var isRequired = owner["required"] is JArray required && required.Any(name => (string?)name == member.Name);
        var memberType = _types.OfMember(member.Value, isRequired);
        return new MemberSurface(
            member.Name, names.OfMember(type, member.Name, member.Value), memberType, isRequired, isRequired && memberType.IsNullable, (JObject)member.Value);
    }

    private IEnumerable<ValueSurface> ReadValues(JProperty set)
    {
        var values = set.Value["enum"] as JArray ?? [];
        for (var index = 0; index < values.Count; index++)
        {
            var wire = values[index].ToString();
            yield return new ValueSurface(wire, names.OfValue(set.Name, wire, set.Value, index), At("x-enumDescriptions", index), At("x-enumRemedies", index));
        }

        string? At(string key, int index) => (string?)(set.Value[key] as JArray)?.ElementAtOrDefault(index);
    }
}
