using GenAuth.Build.Clients;
using GenAuth.Build.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Api;

/// <summary>
/// The document with all names and types decided, which NSwag reads. Inline types stand among the schemas. The templates print
/// these keys:
/// <c>x-csharp-name</c>;
/// <c>x-csharp-type</c> of a member, and <c>x-csharp-clear</c> of the one that the documentation of an update clears;
/// <c>x-csharp-names</c> of the values of an enum;
/// <c>x-csharp-area</c> (the interface), <c>x-csharp-parameters</c>, <c>x-csharp-arguments</c> (to document), <c>x-csharp-checked</c>,
/// <c>x-csharp-needs-options</c>, <c>x-csharp-old</c> (the method without options) and <c>x-csharp-parts</c> (of an
/// upload) of an operation;
/// <c>x-csharp-value</c> and <c>x-csharp-check</c> of a parameter;
/// the <c>members</c> of <c>x-paging</c>.
/// </summary>
internal static class ResolvedDocument
{
    private const string Name = "x-csharp-name";
    private const string Parameters = "parameters";

    // JSON can contain lone surrogates, which UTF-8 cannot encode.
    private static readonly JsonSerializerSettings Escaped = new() { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii };

    /// <summary>Resolves the document of a model in place, and writes it.</summary>
    public static void Write(ApiModel model, string file)
    {
        foreach (var operation in model.Operations)
        {
            Resolve(operation, model);
        }

        foreach (var type in UpdateTypes.Find(model))
        {
            UpdateTypes.SampleOf(model, type)?.Source.Add("x-csharp-clear", true);
        }

        foreach (var path in model.Document.Paths)
        {
            // Each operation has its own copies now.
            ((JObject)path.Value).Remove(Parameters);
        }

        foreach (var type in model.Types)
        {
            Resolve(type);
        }

        foreach (var type in model.Types.Where(type => !type.IsNamed))
        {
            Lift(type, model.Document);
        }

        File.WriteAllText(file, JsonConvert.SerializeObject(model.Document.Root, Formatting.Indented, Escaped));
    }

    private static void Resolve(ApiOperation operation, ApiModel model)
    {
        var owner = operation.Source.Value;
        owner[Name] = operation.Method.Text;
        owner["x-csharp-area"] = operation.Area.Interface;
        owner["x-csharp-parameters"] = MethodCode.Parameters(operation);
        owner["x-csharp-arguments"] = Documented(operation.Arguments, operation.Options);
        owner["x-csharp-checked"] = operation.Parameters.Any(parameter => parameter.IsRequired && (parameter.IsOption || parameter.Place != ApiPlace.Query || CheckOf(parameter).Length > 0));
        owner["x-csharp-needs-options"] = operation.Options?.IsRequired == true;
        if (operation.Options is { KeepsOldMethod: true })
        {
            owner["x-csharp-old"] = new JObject
            {
                ["parameters"] = MethodCode.OldParameters(operation),
                ["arguments"] = Documented(MethodCode.OldArguments(operation), options: null),
                ["forwarded"] = MethodCode.Forwarded(operation),
            };
        }

        owner[Parameters] = new JArray(operation.Parameters.Where(parameter => parameter.Place is ApiPlace.Path or ApiPlace.Query).Select(parameter => Resolved(parameter, operation)));
        // NSwag drops the extensions of a part.
        owner["x-csharp-parts"] = new JObject(operation.Parameters.Where(parameter => parameter.Place == ApiPlace.Part).Select(part => new JProperty(part.Wire, MethodCode.ValueOf(part, operation))));
        if (owner["x-paging"] is JObject paging)
        {
            var body = operation.Parameters.FirstOrDefault(parameter => parameter.Place == ApiPlace.Body)?.Type;
            paging["members"] = new JObject(paging.Properties().Where(place => place.Name is "page" or "scroll" or "items" or "total" or "next")
                .Select(place => new JProperty(place.Name, model.PathOf(place.Name is "page" or "scroll" ? body : operation.Response, place.Value.ToString()))));
        }
    }

    private static void Resolve(ApiType type)
    {
        foreach (var member in type.Members)
        {
            member.Source[Name] = member.Name.Printed;
            member.Source["x-csharp-type"] = member.Type.Printed;
            if (member.Source.Property("$ref") is { } reference)
            {
                // NSwag drops the siblings of a reference.
                reference.Replace(new JProperty("allOf", new JArray(new JObject(new JProperty(reference.Name, reference.Value)))));
            }
        }

        if (type.Values.Count > 0)
        {
            type.Source["x-csharp-names"] = new JArray(type.Values.Select(value => value.Name.Text));
        }
    }

    private static void Lift(ApiType type, ApiDocument document)
    {
        var reference = new JObject(new JProperty("allOf", new JArray(new JObject(new JProperty("$ref", ApiDocument.SchemaPrefix + type.Name)))));
        foreach (var property in type.Source.Properties().Where(property => property.Name is "description" or "deprecated" || property.Name.StartsWith("x-csharp-", StringComparison.Ordinal)))
        {
            reference.Add(property);
        }

        type.Source.Replace(reference);
        var components = (JObject)(document.Root["components"] ??= new JObject());
        ((JObject)(components["schemas"] ??= new JObject()))[type.Name] = type.Source;
    }

    private static JObject Resolved(ApiParameter parameter, ApiOperation operation)
    {
        var copy = (JObject)parameter.Source.DeepClone();
        copy[Name] = parameter.Name.Printed;
        copy["x-csharp-value"] = MethodCode.ValueOf(parameter, operation);
        copy["x-csharp-check"] = CheckOf(parameter);
        return copy;
    }

    /// <summary>The check of a query parameter before the request. Path parameters are checked when the path is built.</summary>
    private static string CheckOf(ApiParameter parameter) =>
        !parameter.IsRequired || parameter.Place != ApiPlace.Query ? string.Empty
        : parameter.Type.Text == "string" && parameter.Source["schema"].Integer("minLength") > 0 ? "blank"
        : parameter.IsOption || !parameter.Type.IsValue ? "null"
        : string.Empty;

    private static JArray Documented(IEnumerable<ApiParameter> arguments, ApiOptions? options) =>
    [
        .. arguments.Select(argument => new JObject { ["name"] = argument.Name.Text, ["description"] = argument.Source.Text("description") ?? string.Empty }),
        .. options is null ? Array.Empty<JObject>() : [new JObject { ["name"] = ApiOptions.Parameter, ["description"] = "Further parameters of the request. What is not set is not sent." }],
    ];
}
