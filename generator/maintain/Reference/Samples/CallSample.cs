using GenAuth.Build.Api;
using GenAuth.Maintain.Reference.Api;
using GenAuth.Maintain.Reference.Errors;
using Newtonsoft.Json;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Writes the C# sample of an operation, as a user of the SDK would write it.</summary>
internal sealed class CallSample(SampleTexts texts)
{
    private const int Width = 100;
    private static readonly string[] JsonTypes = ["JToken", "JObject", "JArray", "JValue"];

    /// <summary>The name of the variable with the client.</summary>
    public static string Variable(DocumentedOperation operation) =>
        operation.Client == "ManagementClient" ? "management" : operation.NeedsUser ? "asUser" : "client";

    /// <summary>Writes one call and the use of its response.</summary>
    public string WriteCall(DocumentedOperation operation)
    {
        var call = $"await {Invocation(operation, operation.Method, IsSimpleRead(operation) ? MemberSelection.ForRead : MemberSelection.ForChange)};";
        var use = ResultStatement.Write(operation.Response);
        var body = use.Length == 0 ? call : $"{operation.Response.Type} response = {call}\n{use}";
        return WithUsings(operation, ExpectedErrors.Find(operation) is { Count: > 0 } errors ? CatchClauses.Wrap(body, errors) : body);
    }

    /// <summary>Writes the enumeration of all pages.</summary>
    public string WritePaging(DocumentedOperation operation)
    {
        var type = operation.PagingItem!.Type;
        var loop = $"await foreach ({type} item in {Invocation(operation, operation.PagingMethod!, MemberSelection.ForRead)})";
        return WithUsings(operation, $"{loop}\n{{\n{CSharpCode.Indent(ResultStatement.WriteItem(operation.PagingItem!))}\n}}");
    }

    /// <summary>Writes a response of the service as JSON.</summary>
    public string WriteResponse(DocumentedOperation operation) =>
        (operation.ResponseExample ?? new SampleValue(texts, MemberSelection.ForResponse).Create(operation.Response, "response")).ToString(Formatting.Indented);

    // A read needs its required members only; a list is called without filters.
    private static bool IsSimpleRead(DocumentedOperation operation) => operation.Retry == "read"
        && (operation.Paging is not null || operation.Arguments.All(argument => argument.Place != ApiPlace.Body || argument.Schema.Members.Any(member => member.IsRequired)));

    private string Invocation(DocumentedOperation operation, string method, Func<Schema, bool, IEnumerable<Member>> select)
    {
        var values = new SampleValue(texts, select);
        var required = operation.Arguments.Where(argument => argument.IsRequired).ToLookup(argument => argument.Source.IsOption);
        // Several required arguments are passed by name, because adjacent strings are easily confused.
        var named = required[false].Count() > 1;
        List<string> arguments =
        [
            .. required[false].Select(argument => (named ? $"{argument.Name}: " : string.Empty) + Argument(argument, values)),
            .. required[true].Any() ? [$"{ApiOptions.Parameter}: new() {{ {string.Join(", ", required[true].Select(argument => $"{argument.Name} = {Argument(argument, values)}"))} }}"] : Array.Empty<string>(),
            "cancellationToken: cancellationToken",
        ];
        var line = $"{Variable(operation)}.{method}({string.Join(", ", arguments)})";
        return arguments.Exists(argument => argument.Contains('\n', StringComparison.Ordinal)) || line.Length > Width
            ? $"{Variable(operation)}.{method}(\n{string.Join(",\n", arguments.Select(CSharpCode.Indent))})"
            : line;
    }

    private static string Argument(DocumentedArgument argument, SampleValue values) => argument.Place == ApiPlace.Part
        ? "FileUpload.FromFile(\"invitees.xlsx\")"
        : CSharpCode.Write(argument.Schema, values.Create(argument.Schema, argument.WireName, argument.Example), isTyped: true);

    private static string WithUsings(DocumentedOperation operation, string body)
    {
        var namesTypes = operation.Response.IsObject || operation.Arguments.Any(argument => argument.IsRequired && argument.Schema.Name is not null);
        var readsJson = JsonTypes.Any(type => body.Contains(type, StringComparison.Ordinal));
        string[] usings = ["GenAuth", .. namesTypes ? ["GenAuth.Models"] : Array.Empty<string>(), .. readsJson ? ["Newtonsoft.Json.Linq"] : Array.Empty<string>()];
        return $"{string.Concat(usings.Select(name => $"using {name};\n"))}\n{body}";
    }
}
