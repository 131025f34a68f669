namespace GenAuth.Maintain.Reference;

/// <summary>What a sample does with an answer: it prints what may be printed, and keeps the rest in a variable.</summary>
internal static class ResultUse
{
    private const string Indentation = "    ";

    public static string Of(Schema response) => response switch
    {
        { IsObject: false } => "JToken? data = response[\"data\"];",
        _ when response["data"] is { } data => OfValue(Member("response", data), data),
        // An envelope without data says nothing more than that it went well.
        _ when response["statusCode"] is not null => string.Empty,
        _ => OfObject("response", response, isNullable: false),
    };

    public static string OfItem(Schema item) => item.IsObject ? OneMember("item", item, isNullable: false) : Print("item");

    private static string OfValue(string path, Member member) => member.Schema switch
    {
        { IsObject: true } => OfObject(path, member.Schema, member.IsNullable),
        { Items: { } items } => Loop(path, items, member.IsNullable),
        { IsAny: true } => $"JToken? {Variable(member.Name)} = {path};",
        _ => member.Schema.IsSensitive ? $"{member.Type} {Variable(member.Name)} = {path};" : Print(path),
    };

    private static string OfObject(string path, Schema type, bool isNullable)
    {
        var list = type["list"];
        return list?.Schema.Items is { } items
            ? Loop(Member(path, list, isNullable), items, isNullable || list.IsNullable)
            : OneMember(path, type, isNullable);
    }

    private static string OneMember(string path, Schema type, bool isNullable)
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
                : Print(Member(path, chosen, isNullable));
    }

    private static string Loop(string path, Schema items, bool isNullable)
    {
        var list = isNullable ? $"{path} ?? []" : path;
        return $"foreach ({items.Type} item in {list})\n{{\n{Indentation}{OfItem(items)}\n}}";
    }

    private static string Member(string path, Member member, bool isNullable = false) =>
        $"{path}{(isNullable ? "?" : string.Empty)}.{member.CSharpName}";

    private static string Print(string expression) => $"Console.WriteLine({expression});";

    private static string Variable(string name)
    {
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("value").ToList();
        return char.ToLowerInvariant(words[0][0]) + words[0][1..] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
