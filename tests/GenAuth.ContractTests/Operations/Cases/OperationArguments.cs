using System.Reflection;
using System.Text;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The arguments of an operation: JSON values by the wire names of its parameters, and the body as JSON.</summary>
internal sealed class OperationArguments
{
    public const string FileName = "invitees 名单.xlsx";
    public const string FileType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly ApiOperation _operation;

    private OperationArguments(ApiOperation operation, SampleStyle style)
    {
        _operation = operation;
        // A different start for each operation, so that every text is used in every kind of parameter.
        var sample = new SampleJson(style, operation.Id.Sum(character => character));
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsRequired || style.OptionalMembers))
        {
            Values[parameter.Name] = Value(parameter, sample, style);
        }

        Body = operation.BodySchema is { } schema && !HasFile ? sample.Create(schema) : null;
    }

    public static byte[] File { get; } = Encoding.UTF8.GetBytes("PK\u0003\u0004\r\n--boundary\r\n\0 名单");

    public Dictionary<string, JToken> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The body before it becomes an object; <see langword="null"/> when there is none, or it is a file.</summary>
    public JToken? Body { get; }

    public bool HasFile => _operation.BodyType == "multipart/form-data";

    public static OperationArguments Minimal(ApiOperation operation) => new(operation, SampleStyle.Minimal);

    public static OperationArguments Full(ApiOperation operation) => new(operation, SampleStyle.Full);

    /// <summary>The arguments in the order of a method's parameters; those that are not given keep their defaults.</summary>
    public object?[] For(MethodInfo method, RequestOptions options, CancellationToken cancellationToken)
    {
        var byName = _operation.Parameters.Where(parameter => parameter.IsRequired).ToDictionary(parameter => parameter.CSharpName, StringComparer.Ordinal);
        return [.. method.GetParameters().Select(parameter => parameter.Name switch
        {
            "requestOptions" => options,
            "cancellationToken" => cancellationToken,
            "body" when Body is not null => ClrValue.Create(parameter.ParameterType, Body, _operation.BodySchema!),
            "file" when HasFile => new FileUpload(File, FileName, FileType),
            "options" when _operation.HasOptions => OptionsOf(parameter.ParameterType),
            _ when byName.TryGetValue(parameter.Name!, out var documented) => ClrValue.Create(parameter.ParameterType, Values[documented.Name], documented.Schema),
            _ => throw new MissingMemberException($"{method.Name} has a parameter {parameter.Name} that {_operation} does not have."),
        })];
    }

    /// <summary>The options with the given members; <see langword="null"/> when none is given.</summary>
    private object? OptionsOf(Type type)
    {
        var made = Activator.CreateInstance(type)!;
        var given = 0;
        foreach (var parameter in _operation.Parameters.Where(parameter => !parameter.IsRequired))
        {
            var property = type.GetProperty(parameter.OptionName) ?? throw new MissingMemberException($"{type.Name} has no {parameter.OptionName}, which {_operation} describes.");
            if (Values.TryGetValue(parameter.Name, out var value))
            {
                property.SetValue(made, ClrValue.Create(property.PropertyType, value, parameter.Schema));
                given++;
            }
        }

        return given == 0 ? null : made;
    }

    private static JToken Value(ApiParameter parameter, SampleJson sample, SampleStyle style)
    {
        if (parameter.IsInPath)
        {
            // Distinct values, so that swapped parameters are noticed.
            return AwkwardText.Separators + parameter.Name;
        }

        // An empty list is not sent.
        var type = Schemas.Resolve(parameter.Schema).Schema;
        return (string?)type["type"] == "array" && !style.OptionalMembers
            ? new JArray(sample.Create((JObject)type["items"]!))
            : sample.Create(parameter.Schema, parameter.Example);
    }
}
