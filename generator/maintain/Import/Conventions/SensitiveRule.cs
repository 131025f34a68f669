using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Decides <c>x-sensitive</c> of a new value: that of other values of the same name. A new name, or one with different marks, adds a question.</summary>
internal sealed class SensitiveRule(ProjectConventions conventions, Project project, ImportReport report)
{
    private const string Secret = "secret";
    private const string Personal = "personal";

    public string? MarkOf(JObject schema, string place, string name)
    {
        if (!ProjectConventions.MayBeMarked(project.Schemas, schema))
        {
            return null;
        }

        var marks = conventions.SensitiveMarks[name].ToList();
        return marks.Distinct().Count() switch
        {
            1 => marks[0],
            0 => Ask(place, "the name is new: decide whether its values may be logged", IsUnknown(schema) ? Personal : null),
            // The strictest mark: hiding too much does no harm.
            _ => Ask(place, "the name means several things elsewhere: decide what this one is", marks.Contains(Secret) ? Secret : Personal),
        };
    }

    private bool IsUnknown(JObject schema) => project.Schemas.Resolve(schema).Schema is var resolved && (resolved["type"].Text() is null or "object" || (resolved["items"] is JObject items && IsUnknown(items)));

    private string? Ask(string place, string reason, string? proposal)
    {
        report.AddQuestion(QuestionKind.Sensitive, place, reason, proposal ?? "none");
        return proposal;
    }
}
