using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Writes the use of a response in a sample: values are printed, sensitive ones are assigned to a variable.</summary>
internal static class ResultStatement
{
    private const string Indentation = "    ";

    public static string Write(Schema response) => response switch
    {
        { IsObject: false } => "JToken? data = response[\"data\"];",
        _ when response["data"] is { } data => WriteValue(Member("response", data), data),
        // An envelope without data has nothing to print.
        _ when response["statusCode"] is not null => string.Empty,
        _ => WriteObject("response", response, isNullable: false),
    };

    public static string WriteItem(Schema item) => item.IsObject ? WriteOneMember("item", item, isNullable: false) : WritePrint("item");

    private static string WriteValue(string path, Member member) => member.Schema switch
    {
        { IsObject: true } => WriteObject(path, member.Schema, member.IsNullable),
        { Items: { } items } => WriteLoop(path, items, member.IsNullable),
        { IsAny: true } => $"JToken? {Variable(member.Name)} = {path};",
        _ => member.Schema.IsSensitive ? $"{member.Type} {Variable(member.Name)} = {path};" : WritePrint(path),
    };

    private static string WriteObject(string path, Schema type, bool isNullable)
    {
        var list = type["list"];
        return list?.Schema.Items is { } items
            ? WriteLoop(Member(path, list, isNullable), items, isNullable || list.IsNullable)
            : WriteOneMember(path, type, isNullable);
    }

    private static string WriteOneMember(string path, Schema type, bool isNullable)
    {
        var chosen = type.Members.Where(member => !member.IsDeprecated && member.Schema is { IsObject: false, IsAny: false, Items: null })
            .OrderByDescending(member => member.Name == "access_token")
            .ThenBy(member => member.Schema.IsSensitive)
            .ThenBy(member => member.IsNullable)
            .FirstOrDefault();
        return chosen is null
            ? $"{type.Name}{(isNullable ? "?" : string.Empty)} data = {path};"
            : chosen.Schema.IsSensitive
                ? $"{chosen.Schema.Type}{(isNullable || chosen.IsNullable ? "?" : string.Empty)} {Variable(chosen.Name)} = {Member(path, chosen, isNullable)};"
                : WritePrint(Member(path, chosen, isNullable));
    }

    private static string WriteLoop(string path, Schema items, bool isNullable)
    {
        var list = isNullable ? $"{path} ?? []" : path;
        return $"foreach ({items.Type} item in {list})\n{{\n{Indentation}{WriteItem(items)}\n}}";
    }

    private static string Member(string path, Member member, bool isNullable = false) =>
        $"{path}{(isNullable ? "?" : string.Empty)}.{member.CSharpName}";

    private static string WritePrint(string expression) => $"Console.WriteLine({expression});";

    private static string Variable(string name)
    {
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("value").ToList();
        return char.ToLowerInvariant(words[0][0]) + words[0][1..] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
