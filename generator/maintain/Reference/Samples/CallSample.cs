using GenAuth.Build;
using Newtonsoft.Json;

namespace GenAuth.Maintain.Reference;

/// <summary>The C# sample of an operation, as somebody would write it who needs it.</summary>
internal sealed class CallSample(KnownTexts texts)
{
    private const int Width = 100;
    private static readonly string[] JsonTypes = ["JToken", "JObject", "JArray", "JValue"];

    /// <summary>The variable that holds a client.</summary>
    public static string Variable(ApiOperation operation) =>
        operation.Client == "ManagementClient" ? "management" : operation.NeedsUser ? "asUser" : "client";

    /// <summary>One call, and what to do with its answer.</summary>
    public string Call(ApiOperation operation)
    {
        var call = $"await {Invocation(operation, operation.Method, AsksForItself(operation) ? MemberChoice.Needed : MemberChoice.Telling)};";
        var use = ResultUse.Of(operation.Response);
        var body = use.Length == 0 ? call : $"{operation.Response.Type} response = {call}\n{use}";
        return WithUsings(operation, ExpectedErrors.Of(operation) is { Count: > 0 } errors ? CatchSample.Around(body, errors) : body);
    }

    /// <summary>Going through all pages.</summary>
    public string AllPages(ApiOperation operation)
    {
        var type = operation.PagingItem!.Type;
        var loop = $"await foreach ({type} item in {Invocation(operation, operation.PagingMethod!, MemberChoice.Needed)})";
        return WithUsings(operation, $"{loop}\n{{\n{CSharpCode.Indent(ResultUse.OfItem(operation.PagingItem!))}\n}}");
    }

    /// <summary>An answer of the service, as JSON.</summary>
    public string Answer(ApiOperation operation) =>
        (operation.ResponseExample ?? new SampleValue(texts, MemberChoice.Shown).Of(operation.Response, "response")).ToString(Formatting.Indented);

    // What only reads needs no more than it must have, if that is anything; a list has no conditions then.
    private static bool AsksForItself(ApiOperation operation) => operation.Retry == "read"
        && (operation.Paging is not null || operation.Arguments.All(argument => argument.Place != ApiPlace.Body || argument.Schema.Members.Any(member => member.IsRequired)));

    private string Invocation(ApiOperation operation, string method, Func<Schema, bool, IEnumerable<Member>> choose)
    {
        var values = new SampleValue(texts, choose);
        var required = operation.Arguments.Where(argument => argument.IsRequired).ToLookup(argument => argument.Source.IsOption);
        // Two texts side by side are easily mixed up.
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

    private static string Argument(Argument argument, SampleValue values) => argument.Place == ApiPlace.Part
        ? "FileUpload.FromFile(\"invitees.xlsx\")"
        : CSharpCode.Of(argument.Schema, values.Of(argument.Schema, argument.WireName, argument.Example), isTyped: true);

    private static string WithUsings(ApiOperation operation, string body)
    {
        var namesTypes = operation.Response.IsObject || operation.Arguments.Any(argument => argument.IsRequired && argument.Schema.Name is not null);
        var readsJson = JsonTypes.Any(type => body.Contains(type, StringComparison.Ordinal));
        string[] usings = ["GenAuth", .. namesTypes ? ["GenAuth.Models"] : Array.Empty<string>(), .. readsJson ? ["Newtonsoft.Json.Linq"] : Array.Empty<string>()];
        return $"{string.Concat(usings.Select(name => $"using {name};\n"))}\n{body}";
    }
}
