using System.Globalization;
using GenAuth.Maintain.Reference.Api;
using GenAuth.Maintain.Reference.Errors;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>The page of a type or an enum.</summary>
internal static class ModelPage
{
    // The list would be too long for a type that is used almost everywhere.
    private const int MaxListedUsages = 40;

    public static Page Write(Schema type, IReadOnlyList<string> usages)
    {
        var name = type.Name!;
        var original = (string?)type.Target["x-source-name"] is { } source ? $"The service calls it {Markdown.Code(source)}.\n\n" : string.Empty;
        var content = type.IsEnum ? Values(type) : type.IsObject && (string?)type.Target["type"] == "object" ? MemberTable.Write(type) : string.Empty;
        return new Page($"{Page.Models}/{PageName.Create(name)}.md", $"# {Markdown.Text(name)}\n\n{Markdown.Text((string?)type.Target["description"] ?? string.Empty)}\n\n{original}{content}{Usages(usages)}");
    }

    private static string Usages(IReadOnlyList<string> usages) => usages.Count switch
    {
        0 => string.Empty,
        > MaxListedUsages => $"\nUsed in {usages.Count.ToString(CultureInfo.InvariantCulture)} places.\n",
        _ => $"\n## Used by\n\n{string.Concat(usages.Select(usage => $"- {usage}\n"))}",
    };

    private static string Values(Schema type)
    {
        var values = type.Target["enum"]!.Select(value => value.ToString()).ToList();
        var descriptions = Texts(type, "x-enumDescriptions");
        var remedies = Texts(type, "x-enumRemedies");
        var describeException = ExceptionColumn(type.Name!);
        string[] heads = ["Value", "C#", "Meaning", .. remedies.Count > 0 ? ["Remedy"] : Array.Empty<string>(), .. describeException is null ? Array.Empty<string>() : ["Exception"]];
        return "An extensible enum: a value that this version does not know is preserved.\n\n" + Markdown.Table(heads, values.Select((value, index) => (string[])
        [
            Markdown.Code(value),
            type.Constant(value) is { } constant ? Markdown.Code($"{type.Name}.{constant}") : "-",
            Markdown.Text(descriptions.ElementAtOrDefault(index) ?? string.Empty),
            .. remedies.Count > 0 ? [Markdown.Text(remedies.ElementAtOrDefault(index) ?? string.Empty)] : Array.Empty<string>(),
            .. describeException is null ? Array.Empty<string>() : [int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? describeException(code) : "-"],
        ]));
    }

    private static Func<int, string>? ExceptionColumn(string name) => name switch
    {
        "StatusCode" => code => code == 200 ? "none" : Markdown.Code(ExceptionNames.FromStatusCode(code)),
        "ApiCode" => code => ExceptionNames.FromApiCode(code) is { } exception ? Markdown.Code(exception) : $"by {Markdown.Link("StatusCode", "StatusCode.md")}",
        _ => null,
    };

    private static List<string> Texts(Schema type, string key) => [.. (type.Target[key] as JArray ?? []).Select(text => (string)text!)];
}
