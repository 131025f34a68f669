using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>Everything that an operation can send: its parameters, and the members of its body at any depth.</summary>
internal static class SentMembers
{
    public static IReadOnlyList<Member> Of(Operation operation)
    {
        var members = Member.OfParameters(operation).ToList();
        var seen = new HashSet<JObject>();
        var open = new Queue<(string Owner, JObject Schema)>();
        if (operation.Body is { } body)
        {
            open.Enqueue((operation.Id + " body", (JObject)body.Value["schema"]!));
        }

        while (open.TryDequeue(out var next))
        {
            var schema = TheDocument.Meaning(next.Schema["items"] as JObject ?? next.Schema);
            if (!seen.Add(schema))
            {
                continue;
            }

            foreach (var property in TheDocument.Properties(schema))
            {
                var member = new Member(next.Owner, property.Name, (JObject)property.Value);
                members.Add(member);
                open.Enqueue((member.Place, member.Node));
            }
        }

        return members;
    }
}
