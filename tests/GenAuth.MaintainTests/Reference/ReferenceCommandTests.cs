using GenAuth.Maintain;
using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests.Reference;

public sealed class ReferenceCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-reference-");

    private string Output => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Operation_without_a_locked_name_is_refused_with_the_remedy()
    {
        var run = await Run.CommandAsync("reference", "--document", File("api.json", Document), "--names", File("names.lock", "# none\n"), "--output", Output);

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains("'GET /api/v3/get-user'", run.Error, StringComparison.Ordinal);
        Assert.Contains("-p:GenAuthAcceptNames=true", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("{", "api.json(1,1): is not valid JSON")]
    [InlineData("[]", "api.json: is JSON, but not an object")]
    [InlineData(null, "api.json: cannot be read")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { \"/a\": { \"get\": {} } } }", "GENAUTH140: ")]
    public async Task Reference_of_an_unreadable_document_names_it(string? text, string error)
    {
        var document = text is null ? Path.Combine(_folder.FullName, "api.json") : File("api.json", text);

        var run = await Run.CommandAsync("reference", "--document", document, "--output", Output);

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_folder_with_other_content_is_refused()
    {
        Directory.CreateDirectory(Output);
        var photo = Path.Combine(Output, "photo.png");
        await System.IO.File.WriteAllTextAsync(photo, "mine");

        var run = await Run.CommandAsync("reference", "--document", File("api.json", Document), "--names", File("names.lock", Names), "--output", Output);

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains("holds something else than the reference", run.Error, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(photo));
    }

    [Fact]
    public async Task Reference_table_escapes_texts_of_the_document()
    {
        await Run.CommandAsync("reference", "--document", File("api.json", Document), "--names", File("names.lock", Names), "--output", Output);

        var page = await System.IO.File.ReadAllTextAsync(Path.Combine(Output, "management", "GetUser.md"));
        Assert.Contains("| `userId` | `userId` | string | Yes | - | Either a \\| b, or \\{name\\}. | `x\\|y` |", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_sets_the_only_member_of_a_payload_once()
    {
        var root = Newtonsoft.Json.Linq.JObject.Parse(Document);
        root["paths"]!["/api/v3/get-user"]!["get"]!["requestBody"] = Newtonsoft.Json.Linq.JObject.Parse("""{ "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/LoginDto" } } } }""");
        root["components"]!["schemas"] = Newtonsoft.Json.Linq.JObject.Parse("""
            {
              "LoginDto": { "type": "object", "required": [ "proof" ], "properties": { "proof": { "$ref": "#/components/schemas/ProofPayloadDto" } } },
              "ProofPayloadDto": { "type": "object", "properties": { "code": { "type": "string", "example": "1234" } } }
            }
            """);
        var names = Names + "\nGET /api/v3/get-user (body) = body\nLoginDto.proof = Proof\nProofPayloadDto.code = Code\n";

        var run = await Run.CommandAsync("reference", "--document", File("api.json", root.ToString()), "--names", File("names.lock", names), "--output", Output);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("Code = \"1234\"", await System.IO.File.ReadAllTextAsync(Path.Combine(Output, "management", "GetUser.md")), StringComparison.Ordinal);
    }

    private const string Names = """
        GET /api/v3/get-user = ManagementClient.GetUserAsync
        GET /api/v3/get-user area = IManagementUsers
        GET /api/v3/get-user ?userId = userId
        """;

    private const string Document = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Small", "version": "1" },
          "paths": {
            "/api/v3/get-user": {
              "get": {
                "tags": [ "Users" ],
                "summary": "Gets a user.",
                "operationId": "Management_getUser",
                "parameters": [
                  { "name": "userId", "in": "query", "required": true, "description": "Either a | b,\nor {name}.", "schema": { "type": "string" }, "example": "x|y" }
                ],
                "responses": { "200": { "description": "Anything.", "content": { "application/json": { "schema": {} } } } }
              }
            }
          },
          "components": { "schemas": {} }
        }
        """;

    private string File(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }
}
