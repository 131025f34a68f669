using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>
/// Creates <c>security</c> of a new operation. A published bearer scheme becomes the user's token; a published application ID, or no
/// scheme, becomes the application; all management operations have the same schemes. Without a description the most frequent
/// value of the tag is proposed.
/// </summary>
internal sealed class SecurityRule(Project project, ImportReport report)
{
    private const string AppId = "appId";

    public JArray Create(PublishedOperation source, string client, string tag, string id) => client switch
    {
        "Management" => [Requirement("signature"), Requirement("managementToken")],
        "Authentication" when FromPublished(source) is { } requirements => requirements,
        _ => MostFrequent(client, tag, id),
    };

    private static JObject Requirement(params string[] schemes) => new(schemes.Select(scheme => new JProperty(scheme, new JArray())));

    /// <summary>The published requirements with the project's schemes; <see langword="null"/> when a scheme is unknown or none is described.</summary>
    public static JArray? FromPublished(PublishedOperation source)
    {
        var requirements = source.Security?.Objects().Select(requirement => requirement.Properties().Select(scheme => ProjectScheme(source, scheme.Name)).ToList()).ToList();
        if (requirements is null || requirements.Exists(requirement => requirement.Contains(null)))
        {
            return null;
        }

        return requirements.Count == 0
            ? [Requirement(AppId)]
            : [.. requirements.Select(requirement => requirement.OfType<string>().Prepend(AppId).Distinct().ToArray()).DistinctBy(requirement => string.Join(' ', requirement)).OrderBy(requirement => requirement.Length).Select(Requirement)];
    }

    private static string? ProjectScheme(PublishedOperation source, string name)
    {
        var scheme = source.Source.Document.Root["components"]?["securitySchemes"]?[name] as JObject;
        return (scheme?["type"].Text(), scheme?["scheme"].Text()?.ToLowerInvariant()) switch
        {
            ("http", "bearer") => "userToken",
            ("http", "basic") => "clientBasic",
            ("apiKey", _) when scheme!["name"].Text()?.Replace("-", string.Empty, StringComparison.Ordinal).EndsWith("appid", StringComparison.OrdinalIgnoreCase) == true => AppId,
            _ => null,
        };
    }

    private JArray MostFrequent(string client, string tag, string id)
    {
        var requirements = project.Operations.Values.Where(operation => operation.Owner() == client && operation.Value["security"] is JArray).ToList();
        var usual = (requirements.Exists(operation => operation.Tag == tag) ? requirements.Where(operation => operation.Tag == tag) : requirements)
            .CountBy(operation => operation.Value["security"]!, JToken.EqualityComparer).OrderByDescending(requirement => requirement.Value).FirstOrDefault().Key;
        if (requirements.Select(operation => operation.Value["security"]!).Distinct(JToken.EqualityComparer).Count() != 1)
        {
            report.AddQuestion(QuestionKind.Security, id, "the service does not describe how it is authorized, and the operations of this client differ", usual?.ToJson() ?? "[]");
        }

        return (JArray?)usual?.DeepClone() ?? [];
    }
}
