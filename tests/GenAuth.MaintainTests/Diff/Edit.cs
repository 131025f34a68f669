using GenAuth.Maintain.Diff;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Diff;

/// <summary>One edit of the small document for each kind of change, and the expected change.</summary>
/// <param name="Name">The name of the edit.</param>
/// <param name="Apply">Edits the document.</param>
/// <param name="Rule">The expected rule.</param>
/// <param name="Wire">The expected location.</param>
/// <param name="Severity">The expected severity.</param>
/// <param name="Undone">The expected rule when the edit is reverted.</param>
public sealed record Edit(string Name, Action<JObject> Apply, string Rule, string Wire, string Severity, string Undone)
{
    private const string Get = "GET /users";

    public static IReadOnlyList<Edit> All { get; } =
    [
        new("an operation removed", d => d.Operation("post").Parent!.Remove(), "operation-removed", "POST /users", "Breaking", "operation-added"),
        new("an operation renamed", d => d.Operation()["x-csharp-name"] = "FindUsers", "operation-renamed", Get, "Breaking", "operation-renamed"),
        new("an operation moved", d => d["paths"]!["/alipay"]!.Parent!.Replace(new JProperty("/ali", d["paths"]!["/alipay"]!)), "operation-moved", "GET /ali", "Behaviour", "operation-moved"),
        new("an operationId changed under the same name", d => { d.Operation()["operationId"] = "Management_findUsers"; d.Operation()["x-csharp-name"] = "ListUsers"; },
            "operation-id-changed", Get, "Behaviour", "operation-id-changed"),
        new("an operation deprecated", d => d.Operation()["deprecated"] = true, "operation-deprecated", Get, "Compatible", "operation-undeprecated"),
        new("an operation retold", d => d.Operation()["summary"] = "Lists them.", "operation-documentation-changed", Get, "Documentation", "operation-documentation-changed"),
        new("an operation in another area", d => d.Operation()["tags"] = new JArray("People"), "operation-area-changed", $"{Get} area", "Breaking", "operation-area-changed"),
        new("an operation with another tag of the same name", d => d.Operation()["tags"] = new JArray("users"), "operation-tags-changed", Get, "Documentation", "operation-tags-changed"),
        new("a response retold", d => d.Operation()["responses"]!["200"]!["description"] = "Them.", "operation-documentation-changed", Get, "Documentation", "operation-documentation-changed"),
        new("a further response", d => d.Operation()["responses"]!["500"] = new JObject { ["description"] = "No." }, "operation-responses-changed", Get, "Compatible", "operation-responses-changed"),
        new("another retry class", d => d.Operation()["x-retry"] = "never", "retry-changed", Get, "Behaviour", "retry-changed"),
        new("another authorization", d => d.Operation()["security"] = new JArray(), "operation-security-changed", Get, "Behaviour", "operation-security-changed"),
        new("credentials of the client", d => d.Operation()["x-client-credentials"] = true, "operation-x-client-credentials-changed", Get, "Behaviour", "operation-x-client-credentials-changed"),
        new("paging removed", d => d.Operation().Remove("x-paging"), "paging-removed", $"{Get} paging", "Breaking", "paging-added"),
        new("paging over other items", d => d.Operation()["x-paging"]!["itemType"] = "NewUserDto", "paging-item-changed", $"{Get} paging", "Breaking", "paging-item-changed"),
        new("paging in another way", d => d.Operation()["x-paging"]!["total"] = "total", "paging-changed", $"{Get} paging", "Behaviour", "paging-changed"),
        new("another response", d => Response(d)["$ref"] = "#/components/schemas/UserDto", "response-type-changed", $"{Get} response", "Breaking", "response-type-changed"),
        new("a body as a form", d => d.Operation("post")["requestBody"]!["content"] = new JObject { ["application/x-www-form-urlencoded"] = d.Operation("post")["requestBody"]!["content"]!["application/json"] },
            "body-media-type-changed", "POST /users", "Behaviour", "body-media-type-changed"),
        new("an optional body", d => d.Operation("post")["requestBody"]!["required"] = false, "parameter-optional", "POST /users (body)", "Compatible", "parameter-required"),
        new("a body removed", d => d.Operation("post").Remove("requestBody"), "parameter-removed", "POST /users (body)", "Breaking", "required-parameter-added"),
        new("another body", d => d.Operation("post")["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"] = "#/components/schemas/UserDto", "parameter-type-changed", "POST /users (body)", "Breaking", "parameter-type-changed"),

        new("an optional parameter removed", d => d.Parameters()[2].Remove(), "parameter-removed", $"{Get} ?page", "Breaking", "optional-parameter-added"),
        new("a required parameter removed", d => d.Parameters()[0].Remove(), "parameter-removed", $"{Get} ?pool", "Breaking", "required-parameter-added"),
        new("a parameter required", d => d.Parameters()[2]["required"] = true, "parameter-required", $"{Get} ?page", "Breaking", "parameter-optional"),
        new("a parameter of another type", d => d.Parameters()[2]["schema"]!["format"] = "int64", "parameter-type-changed", $"{Get} ?page", "Breaking", "parameter-type-changed"),
        new("a text of a query that becomes a date-time", d => d.Parameters()[0]["schema"]!["format"] = "date-time", "parameter-type-changed", $"{Get} ?pool", "Breaking", "parameter-type-changed"),
        new("a parameter renamed", d => d.Parameters()[0]["x-csharp-name"] = "userPool", "parameter-renamed", $"{Get} ?pool", "Breaking", "parameter-renamed"),
        new("an option renamed", d => d.Parameters()[2]["x-csharp-name"] = "number", "parameter-renamed", $"{Get} ?page", "Breaking", "parameter-renamed"),
        new("another class of options", d => d.Operation()["x-csharp-options"] = "UserListOptions", "options-renamed", $"{Get} options", "Breaking", "options-renamed"),
        new("the name of the options stated", d => d.Operation()["x-csharp-options"] = "ListUsersOptions", "options-name-mark-changed", Get, "Compatible", "options-name-mark-changed"),
        new("the first optional parameter", d => d.Operation("post")["parameters"] = new JArray(new JObject { ["name"] = "dryRun", ["in"] = "query", ["schema"] = new JObject { ["type"] = "boolean" } }),
            "optional-parameter-added", "POST /users ?dryRun", "Compatible", "parameter-removed"),
        new("a parameter with another wire name", d => { d.Parameters()[0]["name"] = "userPool"; d.Parameters()[0]["x-csharp-name"] = "pool"; },
            "parameter-wire-name-changed", $"{Get} ?userPool", "Behaviour", "parameter-wire-name-changed"),
        new("parameters in another order", d => { var pool = d.Parameters()[0]; pool.Remove(); d.Parameters().Add(pool); }, "parameters-reordered", Get, "Breaking", "parameters-reordered"),
        new("a parameter retold", d => d.Parameters()[0]["description"] = "A pool.", "parameter-documentation-changed", $"{Get} ?pool", "Documentation", "parameter-documentation-changed"),
        new("a parameter hidden", d => d.Parameters()[0]["x-sensitive"] = "secret", "parameter-sensitivity-changed", $"{Get} ?pool", "Compatible", "parameter-sensitivity-changed"),
        new("a parameter with another default", d => d.Parameters()[2]["schema"]!["default"] = 2, "parameter-constraint-changed", $"{Get} ?page", "Behaviour", "parameter-constraint-changed"),
        new("a list sent in another form", d => d.Parameters()[3]["explode"] = false, "parameter-explode-changed", $"{Get} ?kinds", "Behaviour", "parameter-explode-changed"),

        new("a type removed", d => d.Schemas().Remove("NewUserDto"), "type-removed", "NewUserDto", "Breaking", "type-added"),
        new("a type renamed", d => { d.Schemas()["UsersDto"]!.Parent!.Replace(new JProperty("PeopleDto", d.Schema("UsersDto"))); Response(d)["$ref"] = "#/components/schemas/PeopleDto"; },
            "type-renamed", "PeopleDto", "Breaking", "type-renamed"),
        new("a type of another kind", d => d.Schemas()["Kind"] = new JObject { ["type"] = "object", ["description"] = "Kinds.", ["properties"] = new JObject() }, "type-kind-changed", "Kind", "Breaking", "type-kind-changed"),
        new("a type retold", d => d.Schema("UserDto")["description"] = "Someone.", "type-documentation-changed", "UserDto", "Documentation", "type-documentation-changed"),
        new("a type deprecated", d => d.Schema("UserDto")["deprecated"] = true, "type-deprecated", "UserDto", "Compatible", "type-undeprecated"),
        new("a type that takes no other members", d => d.Schema("UserDto")["additionalProperties"] = false, "type-additionalProperties-changed", "UserDto", "Compatible", "type-additionalProperties-changed"),

        new("a member removed", d => d.Member("UserDto", "nick_name").Parent!.Remove(), "member-removed", "UserDto.nick_name", "Breaking", "member-added"),
        new("a member that requests must have", d => { d.Schema("NewUserDto")["properties"]!["mail"] = new JObject { ["type"] = "string", ["description"] = "Mail." }; ((JArray)d.Schema("NewUserDto")["required"]!).Add("mail"); },
            "required-member-added", "NewUserDto.mail", "Behaviour", "member-removed"),
        new("a member renamed", d => d.Member("UserDto", "nick_name")["x-csharp-name"] = "Nick", "member-renamed", "UserDto.nick_name", "Breaking", "member-renamed"),
        new("a member with another wire name", d => { var member = d.Member("UserDto", "nick_name"); member["x-csharp-name"] = "NickName"; member.Parent!.Replace(new JProperty("nick", member)); },
            "member-wire-name-changed", "UserDto.nick", "Behaviour", "member-wire-name-changed"),
        new("a member of another type", d => d.Member("UserDto", "age")["format"] = "int64", "member-type-changed", "UserDto.age", "Breaking", "member-type-changed"),
        new("a text that becomes a date-time", d => d.Member("UserDto", "id")["format"] = "date-time", "member-type-changed", "UserDto.id", "Breaking", "member-type-changed"),
        new("a number that may be missing", d => ((JArray)d.Schema("UserDto")["required"]!).RemoveAt(1), "member-optional", "UserDto.age", "Breaking", "member-required"),
        new("a text that may be missing", d => ((JArray)d.Schema("UserDto")["required"]!).RemoveAt(0), "member-optional", "UserDto.id", "Behaviour", "member-required"),
        new("a text that requests must have", d => ((JArray)d.Schema("NewUserDto")["required"]!).Add("nick"), "member-required", "NewUserDto.nick", "Behaviour", "member-optional"),
        new("a text that may be null", d => d.Member("UserDto", "id")["nullable"] = true, "member-nullable", "UserDto.id", "Behaviour", "member-not-nullable"),
        new("an optional text that may be null", d => d.Member("UserDto", "nick_name")["nullable"] = true, "member-form-changed", "UserDto.nick_name", "Compatible", "member-form-changed"),
        new("a member retold", d => d.Member("UserDto", "id")["description"] = "ID.", "member-documentation-changed", "UserDto.id", "Documentation", "member-documentation-changed"),
        new("a member deprecated", d => d.Member("UserDto", "id")["deprecated"] = true, "member-deprecated", "UserDto.id", "Compatible", "member-undeprecated"),
        new("a member not hidden any more", d => d.Member("UserDto", "nick_name").Remove("x-sensitive"), "member-sensitivity-changed", "UserDto.nick_name", "Behaviour", "member-sensitivity-changed"),
        new("a shorter text in a request", d => d.Member("NewUserDto", "nick")["maxLength"] = 20, "member-constraint-changed", "NewUserDto.nick", "Behaviour", "member-constraint-changed"),
        new("a shorter text in a response", d => d.Member("UserDto", "nick_name")["maxLength"] = 20, "member-constraint-changed", "UserDto.nick_name", "Compatible", "member-constraint-changed"),

        new("a value removed", d => { foreach (var key in (string[])["enum", "x-enumNames", "x-enumDescriptions"]) { ((JArray)d.Schema("Kind")[key]!).RemoveAt(1); } }, "value-removed", "Kind.b_c", "Breaking", "value-added"),
        new("a value renamed", d => d.Schema("Kind")["x-enumNames"]![1] = "Bc", "value-renamed", "Kind.b_c", "Breaking", "value-renamed"),
        new("a value spelt otherwise", d => d.Schema("Kind")["enum"]![1] = "bc", "value-wire-spelling-changed", "Kind.bc", "Behaviour", "value-wire-spelling-changed"),
        new("a value retold", d => d.Schema("Kind")["x-enumDescriptions"]![1] = "A bc.", "value-documentation-changed", "Kind.b_c", "Documentation", "value-documentation-changed"),
        new("another title", d => d["info"]!["title"] = "An API", "document-changed", "info", "Documentation", "document-changed"),
        new("a way of authorization", d => d["components"]!["securitySchemes"] = new JObject { ["signature"] = new JObject() }, "document-changed", "components.securitySchemes", "Compatible", "document-changed"),
    ];

    internal Severity Expected => Enum.Parse<Severity>(Severity);

    public override string ToString() => Name;

    private static JObject Response(JObject document) => (JObject)document.Operation()["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
}
