using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>A published operation in the form in which the project describes operations.</summary>
internal sealed partial class PublishedOperation(PublishedDocument source, Operation operation)
{
    private const string Json = "application/json";

    public PublishedDocument Source => source;

    public Operation Operation => operation;

    public JObject Node => operation.Value;

    /// <summary>Whether an extension marks it as not public.</summary>
    public bool IsHidden => Node.Properties().Any(property => property.Name.StartsWith("x-", StringComparison.Ordinal) && property.Value.IsTrue() && HiddenName().IsMatch(property.Name));

    /// <summary>The parameters of path and query: first those of the path, in the order of the path.</summary>
    public IReadOnlyList<JObject> Parameters =>
    [
        .. ParametersIn("path").Where(parameter => Position(parameter) >= 0).OrderBy(Position),
        .. ParametersIn("query").DistinctBy(Conventions.ParameterRule.WireName),
    ];

    /// <summary>Headers and cookies. The HTTP pipeline sets them, so they do not become parameters.</summary>
    public IEnumerable<string> UnsupportedParameters => All.Where(parameter => parameter["in"].Text() is not ("path" or "query")).Select(parameter => $"{parameter["in"].Text()} {parameter["name"].Text()}");

    public JObject? Body => source.Document.Follow(Node["requestBody"]);

    /// <summary>Whether the body is required. The body of an upload always is.</summary>
    public bool IsBodyRequired => Body?["required"].IsTrue() == true || IsUpload;

    /// <summary>Whether the body is multipart with described parts.</summary>
    public bool IsUpload => BodyContent is { } content && content.Name.StartsWith("multipart/", StringComparison.Ordinal) && content.Value["schema"]?["properties"] is JObject;

    /// <summary>Its security requirements, otherwise those of the document; <see langword="null"/> when neither is described.</summary>
    public JArray? Security => (Node["security"] ?? source.Document.Root["security"]) as JArray;

    /// <summary>The content type that the SDK sends: JSON if it is allowed.</summary>
    public JProperty? BodyContent => Content(Body);

    /// <summary>The schema of the response, free-form when none is described.</summary>
    public JObject ResponseSchema => Content(source.Document.Follow(SuccessResponse?.Value))?.Value["schema"] as JObject ?? [];

    /// <summary>The description of the response.</summary>
    public string? ResponseDescription => source.Document.Follow(SuccessResponse?.Value)?["description"].Text();

    private IEnumerable<JObject> All => operation.Parameters(source.Document).GroupBy(parameter => (parameter["name"].Text(), parameter["in"].Text())).Select(group => group.Last());

    // The service sends every response with HTTP 200. Other codes come from the generator of its documents.
    private JProperty? SuccessResponse => Node["responses"].Members().OrderBy(response => response.Name switch
    {
        "200" => 0,
        "201" => 1,
        ['2', ..] => 2,
        "default" => 3,
        ['3', ..] => 4,
        _ => 5,
    }).FirstOrDefault(response => response.Name[0] is not ('4' or '5'));

    private int Position(JObject parameter) => operation.Path.Name.IndexOf($"{{{parameter["name"].Text()}}}", StringComparison.Ordinal);

    private IEnumerable<JObject> ParametersIn(string place) => All.Where(parameter => parameter["in"].Text() == place);

    private static JProperty? Content(JObject? owner)
    {
        var contents = owner?["content"].Members().ToList() ?? [];
        return contents.Find(content => content.Name == Json) ?? contents.FirstOrDefault();
    }

    [GeneratedRegex("hid(den|e)|internal|exclude|private|ignore", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenName();
}
