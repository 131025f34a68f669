using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>An API of two operations, as the project describes it and as the service publishes it, in a folder to import into.</summary>
internal sealed class TinyApi : IDisposable
{
    private const string Own = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Tiny", "description": "A tiny API for tests.", "version": "1" },
          "tags": [ { "name": "Things", "description": "Operations on things." } ],
          "paths": {
            "/api/v3/get-thing": {
              "get": {
                "tags": [ "Things" ], "summary": "Gets a thing.", "description": "Returns one thing.", "operationId": "Management_getThing",
                "parameters": [
                  { "name": "thingId", "in": "query", "required": true, "description": "ID of the thing.", "schema": { "type": "string" } },
                  { "name": "withParts", "in": "query", "description": "Whether parts are returned; false by default.", "schema": { "type": "boolean", "default": false } }
                ],
                "responses": { "200": { "description": "The thing.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingRespDto" } } } } },
                "security": [ { "signature": [] } ], "x-retry": "read"
              }
            },
            "/api/v3/login": {
              "post": {
                "tags": [ "Things" ], "summary": "Signs in.", "description": "Signs a user in.", "operationId": "Authentication_login",
                "requestBody": { "required": true, "description": "The account.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/LoginDto" } } } },
                "responses": { "200": { "description": "The outcome.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingRespDto" } } } } },
                "security": [ { "appId": [] } ], "x-retry": "never"
              }
            }
          },
          "components": {
            "schemas": {
              "LoginDto": {
                "type": "object", "description": "An account.", "required": [ "account" ],
                "properties": {
                  "account": { "type": "string", "description": "Name of the account.", "x-sensitive": "personal" },
                  "mode": { "type": "string", "description": "Mode of the sign-in.", "default": "none" }
                }
              },
              "Shade": { "type": "string", "description": "Shades.", "enum": [ "dark", "light" ], "x-enumNames": [ "Dark", "Light" ], "x-enumDescriptions": [ "As at night.", "As by day." ] },
              "ThingDto": {
                "type": "object", "description": "A thing.", "required": [ "id" ],
                "properties": {
                  "id": { "type": "string", "description": "ID of the thing." },
                  "logo": { "type": "string", "description": "URL of the logo.", "example": "https://example.com/logo.png" },
                  "eventDetail": { "type": "string", "description": "Detail of the event, as text.", "x-sensitive": "personal", "example": "moved" },
                  "shade": { "allOf": [ { "$ref": "#/components/schemas/Shade" } ], "description": "Shade of the thing." },
                  "size": { "type": "integer", "format": "int32", "description": "Size in millimetres.", "maximum": 50 }
                }
              },
              "ThingRespDto": {
                "type": "object", "description": "Response with a thing.", "required": [ "statusCode", "message" ],
                "properties": {
                  "statusCode": { "type": "integer", "format": "int32", "description": "Status of the call." },
                  "message": { "type": "string", "description": "What happened." },
                  "data": { "allOf": [ { "$ref": "#/components/schemas/ThingDto" } ], "description": "The thing itself." }
                }
              }
            }
          }
        }
        """;

    private static readonly string[] ProjectKeys =
        ["summary", "description", "operationId", "tags", "x-csharp-name", "x-retry", "x-paging", "x-sensitive", "x-source-name", "x-enumNames", "x-enumDescriptions", "example", "security"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-tiny-");

    public TinyApi()
    {
        Published = Publish(JObject.Parse(Own));
        File.WriteAllText(Document, JObject.Parse(Own).ToString());
    }

    public string Document => PathOf("genauth-v3.json");

    /// <summary>The published document; tests change it.</summary>
    public JObject Published { get; }

    public JObject Root => JObject.Parse(File.ReadAllText(Document));

    public JObject Report => JObject.Parse(File.ReadAllText(PathOf("report.json")));

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public JObject PublishedOperation(string path) => (JObject)((JProperty)Published["paths"]![path]!.First!).Value;

    public JObject PublishedType(string name) => (JObject)Published["components"]!["schemas"]![name]!;

    public JToken Operation(string path) => ((JProperty)Root["paths"]![path]!.First!).Value;

    public JToken Type(string name) => Root["components"]!["schemas"]![name]!;

    public JToken Member(string type, string name) => Type(type)["properties"]![name]!;

    /// <summary>A row of DEVIATIONS.md.</summary>
    public void Deviate(string where, string facts, string document) =>
        File.AppendAllText(PathOf("DEVIATIONS.md"), (File.Exists(PathOf("DEVIATIONS.md")) ? string.Empty : "| where | the facts | the document | why |\n|---|---|---|---|\n") + $"| `{where}` | `{facts}` | `{document}` | For a test. |\n");

    public void Change(Action<JObject> change)
    {
        var root = Root;
        change(root);
        File.WriteAllText(Document, root.ToString());
    }

    /// <summary>Imports what the service publishes, with a report in <see cref="Report"/>.</summary>
    public Task<Run> ImportAsync(params string[] more)
    {
        File.WriteAllText(PathOf("published.json"), Published.ToString());
        return Run.CommandAsync(["import", PathOf("published.json"), "--document", Document, "--report", PathOf("report.json"), .. more]);
    }

    /// <summary>The questions of the last report, as <c>kind place</c>.</summary>
    public IReadOnlyList<string> Questions() => [.. Report["undecided"]!.Select(item => $"{item["kind"]} {item["place"]}")];

    /// <summary>Writes the last report with decisions, by <c>kind place</c>.</summary>
    public string Decide(params (string Question, JToken Decision)[] decisions)
    {
        var report = Report;
        foreach (var (question, decision) in decisions)
        {
            report["undecided"]!.Single(item => $"{item["kind"]} {item["place"]}" == question)["decision"] = decision;
        }

        File.WriteAllText(PathOf("decisions.json"), report.ToString());
        return PathOf("decisions.json");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The document without what only the project adds.</summary>
    private static JObject Publish(JObject root)
    {
        foreach (var property in root["paths"]!.Concat(root["components"]!).OfType<JProperty>().SelectMany(owner => ((JObject)owner.Value).Descendants().OfType<JProperty>()).Where(property => ProjectKeys.Contains(property.Name) && property.Parent?.Parent is not JProperty { Name: "properties" }).ToList())
        {
            property.Remove();
        }

        foreach (var (path, id) in new[] { ("/api/v3/get-thing", "ThingController_getThing"), ("/api/v3/login", "LoginController_login") })
        {
            ((JObject)((JProperty)root["paths"]![path]!.First!).Value)["operationId"] = id;
        }

        root.Remove("tags");
        return root;
    }
}
