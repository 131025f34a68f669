using System.Globalization;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>The page of a type or a set of values.</summary>
internal static class ModelPage
{
    // A type that nearly everything has would list the whole API.
    private const int MostUsers = 40;

    public static Page Write(Schema type, IReadOnlyList<string> users)
    {
        var name = type.Name!;
        var original = (string?)type.Target["x-source-name"] is { } source ? $"The service calls it {Markdown.Code(source)}.\n\n" : string.Empty;
        var content = type.IsEnum ? Values(type) : type.IsObject && (string?)type.Target["type"] == "object" ? MemberTable.Of(type) : string.Empty;
        return new Page($"{Page.Models}/{PageName.Of(name)}.md", $"# {Markdown.Text(name)}\n\n{Markdown.Text((string?)type.Target["description"] ?? string.Empty)}\n\n{original}{content}{Users(users)}");
    }

    private static string Users(IReadOnlyList<string> users) => users.Count switch
    {
        0 => string.Empty,
        > MostUsers => $"\nUsed in {users.Count.ToString(CultureInfo.InvariantCulture)} places.\n",
        _ => $"\n## Used by\n\n{string.Concat(users.Select(user => $"- {user}\n"))}",
    };

    private static string Values(Schema type)
    {
        var values = type.Target["enum"]!.Select(value => value.ToString()).ToList();
        var descriptions = Texts(type, "x-enumDescriptions");
        var remedies = Texts(type, "x-enumRemedies");
        var exceptionOf = ExceptionColumn(type.Name!);
        string[] heads = ["Value", "C#", "Meaning", .. remedies.Count > 0 ? ["Remedy"] : Array.Empty<string>(), .. exceptionOf is null ? Array.Empty<string>() : ["Exception"]];
        return "An open set: a value that this version does not know is kept.\n\n" + Markdown.Table(heads, values.Select((value, index) => (string[])
        [
            Markdown.Code(value),
            type.Constant(value) is { } constant ? Markdown.Code($"{type.Name}.{constant}") : "-",
            Markdown.Text(descriptions.ElementAtOrDefault(index) ?? string.Empty),
            .. remedies.Count > 0 ? [Markdown.Text(remedies.ElementAtOrDefault(index) ?? string.Empty)] : Array.Empty<string>(),
            .. exceptionOf is null ? Array.Empty<string>() : [int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? exceptionOf(code) : "-"],
        ]));
    }

    private static Func<int, string>? ExceptionColumn(string name) => name switch
    {
        "StatusCode" => code => code == 200 ? "none" : Markdown.Code(ExceptionOf.StatusCode(code)),
        "ApiCode" => code => ExceptionOf.ApiCode(code) is { } exception ? Markdown.Code(exception) : $"by {Markdown.Link("StatusCode", "StatusCode.md")}",
        _ => null,
    };

    private static List<string> Texts(Schema type, string key) => [.. (type.Target[key] as JArray ?? []).Select(text => (string)text!)];
}
