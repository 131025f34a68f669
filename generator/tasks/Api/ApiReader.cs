using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Reads the typed model out of a document, and decides each C# name on the way. The document may be wrong; its checks report that.</summary>
internal sealed class ApiReader
{
    private const string GivenName = "x-csharp-name";

    private readonly ApiDocument _document;
    private readonly InlineTypes _inline;
    private readonly TypeRules _types;
    private readonly Dictionary<(string Client, string Tag), ApiArea> _areas = [];

    private ApiReader(ApiDocument document)
    {
        _document = document;
        _inline = new InlineTypes(document);
        _types = new TypeRules(document, _inline.Names);
    }

    public static ApiModel Read(ApiDocument document)
    {
        var reader = new ApiReader(document);
        return new ApiModel(
            document,
            [.. document.Operations.Select(reader.ReadOperation)],
            [
                .. document.Schemas.Where(schema => schema.Value is JObject).Select(schema => reader.ReadType(TypeRules.NameOf(schema.Name), (JObject)schema.Value)),
                .. reader._inline.Names.Select(schema => reader.ReadType(schema.Value, schema.Key) with { IsNamed = false }),
            ]);
    }

    private ApiOperation ReadOperation(Operation operation)
    {
        var id = operation.Id?.Value.AsText() ?? string.Empty;
        var body = operation.Body(_document);
        return new ApiOperation(
            operation,
            AreaOf(id.Substring(0, Math.Max(id.IndexOf('_'), 0)), operation),
            NameOf(operation.Value, CSharpName.OfMethod(id), (JToken?)operation.Id ?? operation.Verb, operation.Value.At(GivenName)),
            [.. ReadParameters(operation), .. ReadBody(body)],
            body,
            _types.OfValue(operation.Response(_document)),
            operation.Value.Object("x-paging").Text("itemType") is { } item ? item == "any" ? CSharpType.Any.Text : item : null);
    }

    private ApiArea AreaOf(string client, Operation operation)
    {
        if (!_areas.TryGetValue((client, operation.Tag), out var area))
        {
            var tag = _document.Tag(operation.Tag);
            var name = NameOf(tag, CSharpName.OfTag(operation.Tag), tag?.At("name") ?? operation.Value.At("tags"), tag?.At(GivenName));
            area = new ApiArea(client, operation.Tag, name, tag.Text("description") ?? $"The operations with the tag {operation.Tag}.");
            _areas.Add((client, operation.Tag), area);
        }

        return area;
    }

    private IEnumerable<ApiParameter> ReadParameters(Operation operation)
    {
        var parameters = operation.Parameters(_document).Where(parameter => parameter.Text("name") is not null && parameter.Text("in") is "path" or "query").ToList();
        foreach (var parameter in parameters)
        {
            var (wire, isInPath, isRequired) = (parameter.Text("name")!, parameter.Text("in") == "path", parameter.Says("required"));
            // Two parameters of one name are told apart by their places.
            var suffix = parameters.Count(other => other.Text("name") == wire) == 1 ? string.Empty : isInPath ? "Path" : "Query";
            yield return new ApiParameter(
                wire.Replace("[]", string.Empty), isInPath ? ApiPlace.Path : ApiPlace.Query,
                NameOf(parameter, CSharpName.OfParameter(wire) + suffix, parameter.At("name")), _types.OfParameter(parameter["schema"], isRequired), isRequired, parameter);
        }
    }

    private IEnumerable<ApiParameter> ReadBody(OperationBody? body)
    {
        if (body is null)
        {
            return [];
        }

        if (!body.IsUpload)
        {
            var isRequired = body.Request.Says("required");
            // NSwag makes the first letter of a given name small.
            var name = new ApiName(body.Request.Text("x-name") is { } given ? CSharpName.Lower(given) : "body", body.Place, body.Request.Has("x-name"));
            return [new ApiParameter(string.Empty, ApiPlace.Body, name, _types.OfParameter(body.Schema, isRequired), isRequired, body.Request)];
        }

        return body.Parts(_document).Where(part => part.Value is JObject).Select(part => new ApiParameter(
            part.Name, ApiPlace.Part, NameOf(part.Value, CSharpName.OfParameter(part.Name), part), CSharpType.Simple("FileUpload"), IsRequired: true, (JObject)part.Value));
    }

    private ApiType ReadType(string name, JObject schema)
    {
        var kind = TypeRules.KindOf(schema);
        var parts = schema.List("allOf");
        var parent = kind == TypeKind.Object ? parts.Select(TypeRules.ReferenceOf).FirstOrDefault(part => part is not null) : null;
        return new ApiType(
            name,
            schema,
            kind,
            parent is null ? null : TypeRules.NameOf(parent),
            kind switch
            {
                TypeKind.List => _types.OfValue(schema["items"]),
                TypeKind.Map => _types.OfValue(schema["additionalProperties"]),
                _ => null,
            },
            kind == TypeKind.Object ? [.. ReadMembers(schema, parent, [])] : [],
            kind is TypeKind.TextSet or TypeKind.NumberSet ? [.. ReadValues(schema)] : []);
    }

    /// <summary>The members that the type declares: those that stand in it, and those of all that it is made of except for its base.</summary>
    private IEnumerable<ApiMember> ReadMembers(JObject schema, string? parent, HashSet<JObject> within)
    {
        if (!within.Add(schema))
        {
            yield break;
        }

        var isBase = true;
        foreach (var part in schema.List("allOf").OfType<JObject>())
        {
            if (isBase && parent is not null && TypeRules.ReferenceOf(part) == parent)
            {
                isBase = false;
                continue;
            }

            foreach (var member in ReadMembers(_document.Follow(part), null, within))
            {
                yield return member;
            }
        }

        var required = schema.List("required").Select(name => name.AsText()).ToList();
        foreach (var member in schema.Members("properties").Where(member => member.Value is JObject))
        {
            var isRequired = required.Contains(member.Name);
            yield return new ApiMember(member.Name, NameOf(member.Value, CSharpName.OfMember(member.Name), member), _types.OfMember(member.Value, isRequired), isRequired, (JObject)member.Value);
        }
    }

    private static IEnumerable<ApiValue> ReadValues(JObject schema)
    {
        var given = schema.List("x-enumNames");
        var values = schema.List("enum");
        for (var index = 0; index < values.Count; index++)
        {
            // Null is no value of its own; its name has no place either.
            if (values[index].Type != JTokenType.Null)
            {
                yield return new ApiValue(values[index], index < given.Count && given[index].AsText() is { } name
                    ? new ApiName(name, given[index], IsGiven: true)
                    : new ApiName(values[index].AsText() is { } text ? CSharpName.OfMember(text) : "_" + values[index], values[index], IsGiven: false));
            }
        }
    }

    private static ApiName NameOf(JToken? owner, string derived, JToken place, JToken? givenPlace = null) =>
        CSharpName.Given(owner) is { } given ? new ApiName(given, givenPlace ?? place, IsGiven: true) : new ApiName(derived, place, IsGiven: false);
}
