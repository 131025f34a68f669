using GenAuth.Build.Document;
using GenAuth.Maintain.Diff;
using GenAuth.Maintain.Diff.Comparison;
using GenAuth.Maintain.Diff.Names;
using GenAuth.Maintain.Diff.Surface;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Diff;

/// <summary>A small document and the changes that diff finds in an edited copy.</summary>
internal static class Api
{
    public const string Text = """
        {
          "openapi": "3.0.3",
          "info": { "title": "A small API", "version": "1.0.0" },
          "paths": {
            "/users": {
              "get": {
                "operationId": "Management_listUsers", "tags": ["Users"], "summary": "Lists users.", "x-retry": "read", "security": [{ "signature": [] }],
                "x-paging": { "style": "page", "in": "query", "page": "page", "limit": "limit", "items": "data", "itemType": "UserDto" },
                "parameters": [
                  { "name": "pool", "in": "query", "required": true, "description": "The pool.", "schema": { "type": "string" } },
                  { "name": "region", "in": "query", "required": true, "description": "The region.", "schema": { "type": "string" } },
                  { "name": "page", "in": "query", "description": "The page.", "schema": { "type": "integer", "format": "int32", "default": 1 } },
                  { "name": "kinds[]", "in": "query", "explode": true, "description": "Kinds.", "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Kind" } } }
                ],
                "responses": { "200": { "description": "Users.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/UsersDto" } } } } }
              },
              "post": {
                "operationId": "Management_createUser", "tags": ["Users"], "summary": "Creates a user.", "x-retry": "never",
                "requestBody": { "required": true, "description": "The user.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewUserDto" } } } },
                "responses": { "200": { "description": "The user.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/UserDto" } } } } }
              }
            },
            "/alipay": {
              "get": {
                "operationId": "Authentication_getAlipayAuthInfo", "tags": ["Login"], "summary": "Gets a text.",
                "parameters": [ { "name": "connection", "in": "query", "required": true, "description": "The connection.", "schema": { "type": "string" } } ],
                "responses": { "200": { "description": "The text.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/UserDto" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "UsersDto": { "type": "object", "description": "Users.", "required": ["data"], "properties": { "data": { "type": "array", "description": "The users.", "items": { "$ref": "#/components/schemas/UserDto" } } } },
              "UserDto": {
                "type": "object", "description": "A user.", "required": ["id", "age"],
                "properties": {
                  "id": { "type": "string", "description": "The ID." },
                  "age": { "type": "integer", "format": "int32", "description": "Years." },
                  "nick_name": { "type": "string", "description": "A name.", "maxLength": 50, "x-sensitive": "personal" },
                  "kind": { "allOf": [{ "$ref": "#/components/schemas/Kind" }], "description": "The kind." }
                }
              },
              "NewUserDto": {
                "type": "object", "description": "A new user.", "required": ["id"],
                "properties": {
                  "id": { "type": "string", "description": "The ID." },
                  "age": { "type": "integer", "format": "int32", "description": "Years." },
                  "nick": { "type": "string", "description": "A name.", "maxLength": 50 }
                }
              },
              "Kind": { "type": "string", "description": "Kinds.", "enum": ["a", "b_c"], "x-enumNames": ["A", "BC"], "x-enumDescriptions": ["An a.", "A b."] }
            }
          }
        }
        """;

    private static readonly HashSet<string> Wrapped = ["AuthenticationClient.GetAlipayAuthInfoAsync"];

    public static JObject Document() => JObject.Parse(Text);

    public static JObject Operation(this JObject document, string verb = "get", string path = "/users") => (JObject)document["paths"]![path]![verb]!;

    public static JArray Parameters(this JObject document) => (JArray)document.Operation()["parameters"]!;

    public static JObject Schemas(this JObject document) => (JObject)document["components"]!["schemas"]!;

    public static JObject Schema(this JObject document, string name) => (JObject)document.Schemas()[name]!;

    public static JObject Member(this JObject document, string type, string name) => (JObject)document.Schema(type)["properties"]![name]!;

    /// <summary>Edits the document and returns the found changes.</summary>
    public static IReadOnlyList<Change> ChangesAfter(Action<JObject> change)
    {
        var current = Document();
        change(current);
        return Compare(Document(), current);
    }

    public static IReadOnlyList<Change> Compare(JObject old, JObject current)
    {
        var documents = (Old: new ApiDocument(old), New: new ApiDocument(current));
        var renames = TypeRenames.Find(documents.Old, documents.New);
        return DocumentComparison.Compare(Read(TypeRenames.Apply(documents.Old, renames), null), Read(documents.New, PublishedNames.Create(documents.Old, null)), renames);
    }

    private static ApiSurface Read(ApiDocument document, IReadOnlyDictionary<string, string>? published) => new SurfaceReader(document, new ApiNames(locked: null), Wrapped, published).Read();
}
