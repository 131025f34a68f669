using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>Everything that an operation can send: its parameters, and the members of its body at any depth.</summary>
internal static class SentMembers
{
    public static IReadOnlyList<Member> Of(Operation operation)
    {
        var members = operation.Parameters.Select(parameter => new Member(operation.Id, NameOf(parameter), parameter)).ToList();
        var seen = new HashSet<JObject>();
        var open = new Queue<(string Owner, JObject Schema)>();
        if (operation.Body is { } body)
        {
            open.Enqueue((operation.Id, (JObject)body.Value["schema"]!));
        }

        while (open.TryDequeue(out var next))
        {
            var item = next.Schema["items"] as JObject ?? next.Schema;
            var schema = TheDocument.Meaning(item);
            if (!seen.Add(schema))
            {
                continue;
            }

            var owner = TheDocument.NameIn(item) ?? next.Owner;
            foreach (var property in TheDocument.Properties(schema))
            {
                members.Add(new Member(owner, property.Name, (JObject)property.Value));
                open.Enqueue(($"{owner}.{property.Name}", (JObject)property.Value));
            }
        }

        return members;
    }

    // The brackets of a list are how it is sent, not what it is called.
    private static string NameOf(JObject parameter) => ((string)parameter["name"]!).Replace("[]", string.Empty, StringComparison.Ordinal);
}

/// <summary>A property of a schema or a parameter of an operation, with the node that describes it.</summary>
internal sealed record Member(string Owner, string Name, JObject Node)
{
    public string Place => $"{Owner}.{Name}";
}
