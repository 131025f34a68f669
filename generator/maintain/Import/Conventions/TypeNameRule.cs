using System.Text.RegularExpressions;
using GenAuth.Build.Lint.Rules;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Creates type names. The service's name is kept unless it is malformed, too general, or the name of a framework type or another type.</summary>
internal sealed partial class TypeNameRule(Project project, ImportReport report)
{
    private const string Suffix = "Dto";

    public string ForPublished(string sourceName)
    {
        var pascal = NameParts.Pascal(sourceName);
        var name = TypeName().IsMatch(sourceName) ? sourceName : TypeName().IsMatch(pascal) ? pascal : "Type" + pascal;
        // A single word is too general, and users' own types often have such names.
        name = NameParts.Split(name).Count < 2 || FrameworkTypes.Names.Contains(name) ? name + Suffix : name;
        name = NameParts.MakeUnique(name, IsTaken);
        if (name != sourceName)
        {
            report.AddQuestion(QuestionKind.Name, $"components/schemas/{name}", $"the service's name {sourceName} is malformed, too general, or taken: add | `{sourceName}` | `{name}` | to the renamed types of DEVIATIONS.md", name);
        }

        return name;
    }

    /// <summary>Creates a name for an inline schema.</summary>
    public string ForInline(string owner, string member, string suffix)
    {
        var (ownerStem, memberName) = (Stem().Replace(NameParts.Pascal(owner), string.Empty), NameParts.Pascal(member));
        var name = (memberName.StartsWith(ownerStem, StringComparison.Ordinal) ? memberName : ownerStem + memberName) + suffix;
        name = NameParts.MakeUnique(!TypeName().IsMatch(name) ? "Type" + name : FrameworkTypes.Names.Contains(name) ? name + "Kind" : name, IsTaken);
        report.AddQuestion(QuestionKind.Name, $"components/schemas/{name}", $"{owner}.{member} is an inline schema", name);
        return name;
    }

    private bool IsTaken(string name) => project.Schemas.Node.Properties().Any(schema => schema.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Paginated)?(Req|Resp?|Input|Response|Request)?(Dto)?$")]
    private static partial Regex Stem();
}
