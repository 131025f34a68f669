using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Reads out of a document what users of the SDK will see of it.</summary>
/// <param name="document">The document.</param>
/// <param name="names">Its C# names.</param>
/// <param name="wrapped">The methods whose public side is written by hand, <c>Client.MethodAsync</c>.</param>
/// <param name="published">The names that were published before the document is built, if they are known.</param>
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
        var name = names.Of(operation);
        return new OperationSurface(
            operation.Source.Route,
            operation.Source.Value,
            name.Split('.', 2)[0],
            name.Split('.', 2)[^1],
            names.AreaOf(operation),
            wrapped.Contains(name),
            [.. operation.Arguments.Concat(operation.Options?.Members ?? []).Select(parameter => new ParameterSurface(
                parameter.Identity, names.Of(operation, parameter), parameter.Type, parameter.IsRequired, parameter.IsOption, parameter.Source))],
            operation.Options is null ? null : names.OptionsOf(operation),
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
            member.Wire, names.Of(type, member), member.Type, member.IsRequired, member.IsRequired && member.Type.IsNullable, member.Source)),
        type.Values.Select((value, index) => new ValueSurface(value.Wire, names.Of(type, value), At(type, "x-enumDescriptions", index), At(type, "x-enumRemedies", index)))
            .DistinctBy(value => value.Wire).ToDictionary(value => value.Wire),
        _use.Sent.Contains(type.SchemaName),
        _use.Received.Contains(type.SchemaName));

    private static string? At(ApiType set, string key, int index) => (string?)(set.Source[key] as JArray)?.ElementAtOrDefault(index);
}
