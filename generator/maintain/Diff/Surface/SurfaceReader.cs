using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Maintain.Diff.Names;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Surface;

/// <summary>Reads the public surface of the SDK from a document.</summary>
/// <param name="document">The document.</param>
/// <param name="names">Its C# names.</param>
/// <param name="wrapped">The methods with a hand-written public method, as <c>Client.MethodAsync</c>.</param>
/// <param name="published">The names that were published earlier, if known.</param>
internal sealed class SurfaceReader(ApiDocument document, ApiNames names, IReadOnlySet<string> wrapped, IReadOnlyDictionary<string, string>? published)
{
    private readonly TypeUse _use = new(document);

    public ApiSurface Read()
    {
        var model = ApiReader.Read(document, published);
        return new(
            document.Root,
            model.Operations.Select(ReadOperation).ToDictionary(operation => operation.Wire),
            model.Types.Where(type => type.IsNamed).Select(ReadType).ToDictionary(type => type.Name));
    }

    private OperationSurface ReadOperation(ApiOperation operation)
    {
        var name = names.GetMethod(operation);
        return new OperationSurface(
            operation.Source.Route,
            operation.Source.Value,
            name.Split('.', 2)[0],
            name.Split('.', 2)[^1],
            names.GetArea(operation),
            wrapped.Contains(name),
            [.. operation.Arguments.Concat(operation.Options?.Members ?? []).Select(parameter => new ParameterSurface(
                parameter.Identity, names.GetParameter(operation, parameter), parameter.Type, parameter.IsRequired, parameter.IsOption, parameter.Source))],
            operation.Options is null ? null : names.GetOptions(operation),
            operation.Options?.KeepsOldMethod != false,
            operation.Body?.MediaType,
            operation.Response,
            operation.Item);
    }

    private TypeSurface ReadType(ApiType type) => new(
        type.SchemaName,
        type.Source,
        type.Kind,
        type.Kind == TypeKind.Alias ? TypeRules.ReferenceOf(type.Source) : type.Item?.ToString() ?? type.Base,
        type.Members.DistinctBy(member => member.Wire).ToDictionary(member => member.Wire, member => new MemberSurface(
            member.Wire, names.GetMember(type, member), member.Type, member.IsRequired, member.IsRequired && member.Type.IsNullable, member.Source)),
        type.Values.Select((value, index) => new ValueSurface(value.Wire, names.GetValue(type, value), TextAt(type, "x-enumDescriptions", index), TextAt(type, "x-enumRemedies", index)))
            .DistinctBy(value => value.Wire).ToDictionary(value => value.Wire),
        _use.Sent.Contains(type.SchemaName),
        _use.Received.Contains(type.SchemaName));

    private static string? TextAt(ApiType set, string key, int index) => (string?)(set.Source[key] as JArray)?.ElementAtOrDefault(index);
}
