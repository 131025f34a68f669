namespace GenAuth.Tests.Document;

/// <summary>
/// The facts about the API, one statement on each line: operations and schemas without indentation, their parts
/// indented below it. <see cref="Statements"/> has them by place: <c>UserDto.email</c>, <c>Management_getUser?userId</c>,
/// <c>Management_deleteById{id}</c>, <c>Management_createUser body</c>.
/// </summary>
internal sealed class Sheet
{
    private Sheet(IReadOnlyDictionary<string, string> statements) => Statements = statements;

    public IReadOnlyDictionary<string, string> Statements { get; }

    public static Sheet Parse(IEnumerable<string> lines)
    {
        var statements = new Dictionary<string, string>();
        var head = string.Empty;
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var end = line.IndexOf(": ", StringComparison.Ordinal);
            var name = line[..end].TrimStart();
            var isHead = line[0] != ' ';
            head = isHead ? name : head;
            statements.Add(isHead ? name : Below(head, name), line[(end + 2)..]);
        }

        return new Sheet(statements);
    }

    /// <summary>The locations where two sheets differ. The parts of a location that only one of them has are omitted.</summary>
    public IEnumerable<Difference> Against(Sheet document) => Statements.Keys.Union(document.Statements.Keys)
        .Select(place => new Difference(place, Statements.GetValueOrDefault(place, Difference.Nothing), document.Statements.GetValueOrDefault(place, Difference.Nothing)))
        .Where(difference => difference.Facts != difference.Document)
        .Where(difference => HeadOf(difference.Place) is var head && (head == difference.Place || (Statements.ContainsKey(head) && document.Statements.ContainsKey(head))))
        .OrderBy(difference => difference.Place, StringComparer.Ordinal);

    public static string HeadOf(string place) => place.IndexOfAny(['.', '?', '{', ' ']) is var end and > 0 ? place[..end] : place;

    private static string Below(string head, string name) => char.IsLetter(name[0]) ? $"{head} {name}" : head + name;
}

/// <summary>A location where facts and document differ.</summary>
internal sealed record Difference(string Place, string Facts, string Document)
{
    public const string Nothing = "-";

    public override string ToString() => $"{Place}\n    facts:    {Facts}\n    document: {Document}";
}
