using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Whether a new value may be logged: what holds for its name elsewhere. A name with several meanings, and a new one, is asked.</summary>
internal sealed class SensitiveRule(Vocabulary vocabulary, Project project, ImportReport report)
{
    private const string Secret = "secret";
    private const string Personal = "personal";

    public string? MarkOf(JObject schema, string place, string name)
    {
        if (!Vocabulary.MayBeMarked(project.Schemas, schema))
        {
            return null;
        }

        var marks = vocabulary.Marks[name].ToList();
        return marks.Distinct().Count() switch
        {
            1 => marks[0],
            0 => Ask(place, "the name is new: decide whether its values may be logged", IsUnknown(schema) ? Personal : null),
            // The strictest one: hiding too much does no harm.
            _ => Ask(place, "the name means several things elsewhere: decide what this one is", marks.Contains(Secret) ? Secret : Personal),
        };
    }

    private bool IsUnknown(JObject schema) => project.Schemas.Resolve(schema).Schema is var resolved && (resolved["type"].Text() is null or "object" || (resolved["items"] is JObject items && IsUnknown(items)));

    private string? Ask(string place, string reason, string? proposal)
    {
        report.Ask(Question.Sensitive, place, reason, proposal ?? "none");
        return proposal;
    }
}
