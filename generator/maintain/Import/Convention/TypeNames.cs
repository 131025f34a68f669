using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Names of types. A name of the service stays, unless it is malformed, too general, or taken by the framework or another type.</summary>
internal sealed partial class TypeNames(Project project, ImportReport report)
{
    private const string Suffix = "Dto";

    private static readonly string[] Namespaces = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net", "System.Net.Http", "System.Text", "System.Threading", "System.Threading.Tasks"];

    private static readonly HashSet<string> Framework =
    [
        .. new[] { typeof(object), typeof(Uri), typeof(Console), typeof(Enumerable), typeof(HttpClient), typeof(Stack<>), typeof(Regex), typeof(System.Net.Cookie), typeof(System.Net.IPAddress) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => Namespaces.Contains(type.Namespace))
            .Select(type => type.Name.Split('`')[0]),
    ];

    public string OfService(string sourceName)
    {
        var pascal = NameParts.Pascal(sourceName);
        var name = TypeName().IsMatch(sourceName) ? sourceName : TypeName().IsMatch(pascal) ? pascal : "Type" + pascal;
        // One word says too little among a thousand types, and is what users' own types are called.
        name = NameParts.Split(name).Count < 2 || Framework.Contains(name) ? name + Suffix : name;
        name = NameParts.Free(name, IsTaken);
        if (name != sourceName)
        {
            report.Ask(Question.Name, $"components/schemas/{name}", $"the service's name {sourceName} is malformed, too general, or taken: add | `{sourceName}` | `{name}` | to the renamed types of DEVIATIONS.md", name);
        }

        return name;
    }

    /// <summary>A name for what the service describes in place.</summary>
    public string Invented(string owner, string member, string suffix)
    {
        var (whole, part) = (Stem().Replace(NameParts.Pascal(owner), string.Empty), NameParts.Pascal(member));
        var name = (part.StartsWith(whole, StringComparison.Ordinal) ? part : whole + part) + suffix;
        name = NameParts.Free(!TypeName().IsMatch(name) ? "Type" + name : Framework.Contains(name) ? name + "Kind" : name, IsTaken);
        report.Ask(Question.Name, $"components/schemas/{name}", $"{owner}.{member} is described in place", name);
        return name;
    }

    private bool IsTaken(string name) => project.Schemas.Node.Properties().Any(schema => schema.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Paginated)?(Req|Resp?|Input|Response|Request)?(Dto)?$")]
    private static partial Regex Stem();
}
