using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Api;

/// <summary>Reads the typed model of a document and decides each C# name. The document may be invalid; its checks report that.</summary>
internal sealed class ApiReader
{
    private const string GivenName = "x-csharp-name";
    private const string GivenOptions = "x-csharp-options";

    // A public method has six parameters at most. Two of them are its requestOptions and cancellationToken.
    private const int MostArguments = 4;

    private readonly ApiDocument _document;
    private readonly IReadOnlyDictionary<string, string>? _locked;
    private readonly InlineTypes _inline;
    private readonly TypeRules _types;
    private readonly Dictionary<(string Client, string Tag), ApiArea> _areas = [];

    private ApiReader(ApiDocument document, IReadOnlyDictionary<string, string>? locked)
    {
        _document = document;
        _locked = locked;
        _inline = new InlineTypes(document);
        _types = new TypeRules(document, _inline.Names);
    }

    /// <param name="document">The document.</param>
    /// <param name="locked">The published names, if known. They determine which methods were published without options.</param>
    public static ApiModel Read(ApiDocument document, IReadOnlyDictionary<string, string>? locked = null)
    {
        var reader = new ApiReader(document, locked);
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
        var method = NameOf(operation.Value, CSharpName.FromOperationId(id), (JToken?)operation.Id ?? operation.Verb, operation.Value.At(GivenName));
        var parameters = WithOptions([.. ReadParameters(operation), .. ReadBody(body)]);
        return new ApiOperation(
            operation,
            AreaOf(id.Substring(0, Math.Max(id.IndexOf('_'), 0)), operation),
            method,
            parameters,
            OptionsOf(operation, method, parameters),
            body,
            _types.GetValueType(operation.Response(_document)),
            operation.Value.Object("x-paging").Text("itemType") is { } item ? item == "any" ? CSharpType.Any.Text : item : null);
    }

    private ApiArea AreaOf(string client, Operation operation)
    {
        if (!_areas.TryGetValue((client, operation.Tag), out var area))
        {
            var tag = _document.Tag(operation.Tag);
            var name = NameOf(tag, CSharpName.FromTag(operation.Tag), tag?.At("name") ?? operation.Value.At("tags"), tag?.At(GivenName));
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
            var (wire, isInPath, isRequired) = (parameter.Text("name")!, parameter.Text("in") == "path", parameter.IsTrue("required"));
            // Parameters of the same name are distinguished by their locations.
            var suffix = parameters.Count(other => other.Text("name") == wire) == 1 ? string.Empty : isInPath ? "Path" : "Query";
            yield return new ApiParameter(
                wire.Replace("[]", string.Empty), isInPath ? ApiPlace.Path : ApiPlace.Query,
                NameOf(parameter, CSharpName.FromParameter(wire) + suffix, parameter.At("name")), _types.GetParameterType(parameter["schema"], isRequired), isRequired, parameter);
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
            var isRequired = body.Request.IsTrue("required");
            // NSwag changes the first letter of x-name to lower case.
            var name = new ApiName(body.Request.Text("x-name") is { } given ? CSharpName.Lower(given) : "body", body.Place, body.Request.Has("x-name"));
            return [new ApiParameter(string.Empty, ApiPlace.Body, name, _types.GetParameterType(body.Schema, isRequired), isRequired, body.Request)];
        }

        return body.Parts(_document).Where(part => part.Value is JObject).Select(part => new ApiParameter(
            part.Name, ApiPlace.Part, NameOf(part.Value, CSharpName.FromParameter(part.Name), part), CSharpType.Simple("FileUpload"), IsRequired: true, (JObject)part.Value));
    }

    /// <summary>
    /// Moves the optional query parameters to the options. If too many parameters remain, the required ones are moved too, except
    /// the body.
    /// </summary>
    private IReadOnlyList<ApiParameter> WithOptions(IReadOnlyList<ApiParameter> parameters)
    {
        var hasOptions = parameters.Any(IsOptional);
        var isTooMuch = parameters.Count(parameter => !IsOptional(parameter)) + (hasOptions ? 1 : 0) > MostArguments;
        return [.. parameters.Select(parameter => IsOptional(parameter) || (isTooMuch && parameter.Place != ApiPlace.Body) ? ToOption(parameter) : parameter)];
    }

    private static bool IsOptional(ApiParameter parameter) => parameter is { Place: ApiPlace.Query, IsRequired: false };

    private ApiParameter ToOption(ApiParameter parameter) => parameter with
    {
        Name = parameter.Name with { Text = CSharpName.Upper(parameter.Name.Text) },
        Type = parameter.Place == ApiPlace.Part ? parameter.Type with { IsNullable = true } : _types.GetMemberType(parameter.Source["schema"], isRequired: false),
        AsArgument = parameter,
    };

    private ApiOptions? OptionsOf(Operation operation, ApiName method, IReadOnlyList<ApiParameter> parameters)
    {
        var members = parameters.Where(parameter => parameter.IsOption).ToList();
        var name = operation.Value.Text(GivenOptions) is { } given
            ? new ApiName(given, operation.Value.At(GivenOptions), IsGiven: true)
            : new ApiName(method.Text + "Options", method.Place, IsGiven: false);
        return members.Count == 0 ? null : new ApiOptions(name, members, WasWithoutOptions(operation, parameters));
    }

    /// <summary>Whether the operation was published without options, with the parameters that are required now.</summary>
    private bool WasWithoutOptions(Operation operation, IReadOnlyList<ApiParameter> parameters)
    {
        var prefix = operation.Route + " ";
        if (_locked is null || !_locked.ContainsKey(operation.Route) || _locked.ContainsKey(prefix + "options"))
        {
            return _locked?.ContainsKey(prefix + "without options") == true;
        }

        var published = _locked.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && key[prefix.Length] is '?' or '{' or '(' && !key.EndsWith(" type", StringComparison.Ordinal));
        return new HashSet<string>(published.Select(key => key.Substring(prefix.Length))).SetEquals(parameters.Where(parameter => !IsOptional(parameter)).Select(parameter => parameter.Identity));
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
                TypeKind.List => _types.GetValueType(schema["items"]),
                TypeKind.Map => _types.GetValueType(schema["additionalProperties"]),
                _ => null,
            },
            kind == TypeKind.Object ? [.. ReadMembers(schema, parent, [])] : [],
            kind is TypeKind.TextSet or TypeKind.NumberSet ? [.. ReadValues(schema)] : []);
    }

    /// <summary>The members that the type declares: those of its schema, and those of its allOf except for the base type.</summary>
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
            yield return new ApiMember(member.Name, NameOf(member.Value, CSharpName.FromMember(member.Name), member), _types.GetMemberType(member.Value, isRequired), isRequired, (JObject)member.Value);
        }
    }

    private static IEnumerable<ApiValue> ReadValues(JObject schema)
    {
        var given = schema.List("x-enumNames");
        var values = schema.List("enum");
        for (var index = 0; index < values.Count; index++)
        {
            // Null is not a value of the enum, and its name is skipped too.
            if (values[index].Type != JTokenType.Null)
            {
                yield return new ApiValue(values[index], index < given.Count && given[index].AsText() is { } name
                    ? new ApiName(name, given[index], IsGiven: true)
                    : new ApiName(values[index].AsText() is { } text ? CSharpName.FromMember(text) : "_" + values[index], values[index], IsGiven: false));
            }
        }
    }

    private static ApiName NameOf(JToken? owner, string derived, JToken place, JToken? givenPlace = null) =>
        CSharpName.Given(owner) is { } given ? new ApiName(given, givenPlace ?? place, IsGiven: true) : new ApiName(derived, place, IsGiven: false);
}
