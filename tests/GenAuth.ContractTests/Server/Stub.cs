using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using WireMock.Admin.Mappings;

namespace GenAuth.ContractTests.Server;

/// <summary>One mapping of a stub file: a request and its response.</summary>
public sealed class Stub
{
    private static readonly JsonSerializer Strict = JsonSerializer.Create(new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        // WireMock.Net ignores a misspelt key, and the stub would then match or return something else.
        MissingMemberHandling = MissingMemberHandling.Error,
    });

    private readonly JObject _json;

    private Stub(string file, JObject json)
    {
        File = file;
        Title = (string?)json[nameof(Title)] ?? throw new InvalidDataException($"A mapping in {file} has no Title. Describe the stub in it.");
        _json = json;
    }

    public static IReadOnlyList<Stub> All { get; } =
        [.. EmbeddedJson.Below("stubs").SelectMany(file => Mappings(file.Content).Select(json => new Stub(file.Name, json)))];

    /// <summary>Path below <c>stubs</c> without the extension.</summary>
    public string File { get; }

    public string Title { get; }

    public string Id => File + "#" + Title;

    /// <summary>Whether the stub deviates from the API document on purpose.</summary>
    public bool IsBroken => File.StartsWith("broken/", StringComparison.Ordinal);

    /// <summary>The body of the response; only of stubs that write it as JSON.</summary>
    public JObject ResponseBody => (JObject)_json["Response"]!["BodyAsJson"]!.DeepClone();

    /// <summary>The stubs of a file, or the one of a file and title (<c>file#title</c>).</summary>
    public static IReadOnlyList<Stub> Named(string name)
    {
        var stubs = All.Where(stub => stub.File == name || stub.Id == name).ToList();
        return stubs.Count > 0 ? stubs : throw new ArgumentException($"There is no stub {name}.", nameof(name));
    }

    /// <summary>A new mapping each time, because WireMock.Net's model is mutable and tests run in parallel.</summary>
    public MappingModel ToMapping() => _json.ToObject<MappingModel>(Strict)!;

    public override string ToString() => Id;

    private static IEnumerable<JObject> Mappings(JToken content) => content is JArray several ? several.Cast<JObject>() : [(JObject)content];
}
