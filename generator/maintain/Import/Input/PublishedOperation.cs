using System.Text.RegularExpressions;
using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>An operation as it is published, in the form in which the project describes one.</summary>
internal sealed partial class PublishedOperation(PublishedDocument source, Operation operation)
{
    private const string Json = "application/json";

    public PublishedDocument Source => source;

    public Operation Operation => operation;

    public JObject Node => operation.Value;

    /// <summary>An extension says that it is not for the public.</summary>
    public bool IsHidden => Node.Properties().Any(property => property.Name.StartsWith("x-", StringComparison.Ordinal) && property.Value.IsTrue() && HiddenName().IsMatch(property.Name));

    /// <summary>The parameters of path and query, those of the path first, in the order of the path.</summary>
    public IReadOnlyList<JObject> Parameters =>
    [
        .. Of("path").Where(parameter => Position(parameter) >= 0).OrderBy(Position),
        .. Of("query").DistinctBy(Convention.Parameters.WireName),
    ];

    /// <summary>What would be sent elsewhere: headers and cookies belong to the transport.</summary>
    public IEnumerable<string> LeftOut => All.Where(parameter => parameter["in"].Text() is not ("path" or "query")).Select(parameter => $"{parameter["in"].Text()} {parameter["name"].Text()}");

    public JObject? Body => source.Document.Follow(Node["requestBody"]);

    /// <summary>Whether a call has to give the body. An upload without its file is none.</summary>
    public bool IsBodyRequired => Body?["required"].IsTrue() == true || IsUpload;

    /// <summary>Whether the body consists of described parts.</summary>
    public bool IsUpload => BodyContent is { } content && content.Name.StartsWith("multipart/", StringComparison.Ordinal) && content.Value["schema"]?["properties"] is JObject;

    /// <summary>How the operation is authorized: its own requirements, otherwise those of the document; <see langword="null"/> when neither is described.</summary>
    public JArray? Security => (Node["security"] ?? source.Document.Root["security"]) as JArray;

    /// <summary>The one content type that the SDK sends: JSON if it may.</summary>
    public JProperty? BodyContent => Content(Body);

    /// <summary>The schema of the answer, free-form when none is described.</summary>
    public JObject Answer => Content(source.Document.Follow(Response?.Value))?.Value["schema"] as JObject ?? [];

    /// <summary>The text of an answer's description.</summary>
    public string? AnswerText => source.Document.Follow(Response?.Value)?["description"].Text();

    private IEnumerable<JObject> All => operation.Parameters(source.Document).GroupBy(parameter => (parameter["name"].Text(), parameter["in"].Text())).Select(group => group.Last());

    // The service answers everything alike; what else is described is what the generator of its documents made up.
    private JProperty? Response => Node["responses"].Members().OrderBy(response => response.Name switch
    {
        "200" => 0,
        "201" => 1,
        ['2', ..] => 2,
        "default" => 3,
        ['3', ..] => 4,
        _ => 5,
    }).FirstOrDefault(response => response.Name[0] is not ('4' or '5'));

    private int Position(JObject parameter) => operation.Path.Name.IndexOf($"{{{parameter["name"].Text()}}}", StringComparison.Ordinal);

    private IEnumerable<JObject> Of(string place) => All.Where(parameter => parameter["in"].Text() == place);

    private static JProperty? Content(JObject? owner)
    {
        var contents = owner?["content"].Members().ToList() ?? [];
        return contents.Find(content => content.Name == Json) ?? contents.FirstOrDefault();
    }

    [GeneratedRegex("hid(den|e)|internal|exclude|private|ignore", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenName();
}
