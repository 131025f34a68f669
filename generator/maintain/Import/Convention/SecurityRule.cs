using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>
/// How a new operation is authorized. A published bearer token is the user's token, a published application ID or nothing is the
/// application, and management operations take what all of them take. What is not described is taken from most operations of the tag.
/// </summary>
internal sealed class SecurityRule(Project project, ImportReport report)
{
    private const string AppId = "appId";

    public JArray Create(PublishedOperation source, string client, string tag, string id) => client switch
    {
        "Management" => [Way("signature"), Way("managementToken")],
        "Authentication" when Published(source) is { } ways => ways,
        _ => Usual(client, tag, id),
    };

    private static JObject Way(params string[] schemes) => new(schemes.Select(scheme => new JProperty(scheme, new JArray())));

    /// <summary>The published requirements in the project's schemes; <see langword="null"/> when one of them is unknown, or none is described.</summary>
    private static JArray? Published(PublishedOperation source)
    {
        var ways = source.Security?.Objects().Select(way => way.Properties().Select(scheme => Scheme(source, scheme.Name)).ToList()).ToList();
        if (ways is null || ways.Exists(way => way.Contains(null)))
        {
            return null;
        }

        return ways.Count == 0
            ? [Way(AppId)]
            : [.. ways.Select(way => way.OfType<string>().Prepend(AppId).Distinct().ToArray()).DistinctBy(way => string.Join(' ', way)).OrderBy(way => way.Length).Select(Way)];
    }

    private static string? Scheme(PublishedOperation source, string name)
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

    private JArray Usual(string client, string tag, string id)
    {
        var ways = project.Operations.Values.Where(operation => operation.Owner() == client && operation.Value["security"] is JArray).ToList();
        var usual = (ways.Exists(operation => operation.Tag == tag) ? ways.Where(operation => operation.Tag == tag) : ways)
            .CountBy(operation => operation.Value["security"]!, JToken.EqualityComparer).OrderByDescending(way => way.Value).FirstOrDefault().Key;
        if (ways.Select(operation => operation.Value["security"]!).Distinct(JToken.EqualityComparer).Count() != 1)
        {
            report.Ask(Question.Security, id, "the service does not describe how it is authorized, and operations of this client differ", usual?.ToJson() ?? "[]");
        }

        return (JArray?)usual?.DeepClone() ?? [];
    }
}
