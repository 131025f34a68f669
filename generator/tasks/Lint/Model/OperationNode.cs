using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Model;

/// <summary>An operation with its parts.</summary>
internal sealed class OperationNode(Operation operation, LintModel document)
{
    private IReadOnlyList<Member>? _parameters;
    private IReadOnlyList<Member>? _requestMembers;

    public string Name => Node.Text("operationId") ?? $"{Verb} {Path}";

    public string Path => operation.Path.Name;

    public string Verb => operation.Verb.Name;

    public JObject Node => operation.Value;

    public string Client => Name.Split('_')[0];

    public string Method => Name.Substring(Name.IndexOf('_') + 1);

    public string Tag => string.Join(", ", Node.List("tags").Select(tag => tag.AsText() ?? string.Empty));

    /// <summary>The value of <c>x-retry</c>.</summary>
    public string? Retry => Node.Text("x-retry");

    public IReadOnlyList<Member> Parameters => _parameters ??=
    [
        .. operation.Parameters(document.Api).Select(parameter => (Name: parameter.Text("name") ?? string.Empty, Node: parameter))
            .Select(parameter => new Member($"{Name}({parameter.Name})", parameter.Name, parameter.Node, document)),
    ];

    public JObject? Body => document.Api.Follow(Node["requestBody"]);

    /// <summary>The media types of the body.</summary>
    public IEnumerable<JProperty> Contents => Body.Members("content");

    public JObject? BodySchema => Contents.Select(content => content.Value.Object("schema")).FirstOrDefault();

    public JObject? Response => document.Api.Follow(Node.Object("responses")?["200"]);

    public JObject? ResponseContent => Response.Object("content").Object("application/json");

    public JObject? ResponseSchema => ResponseContent.Object("schema");

    /// <summary>All values of a request: the parameters and the members of the body at any depth.</summary>
    public IReadOnlyList<Member> RequestMembers => _requestMembers ??= [.. Parameters, .. BodySchema is { } body ? document.NestedMembers(Name + " body", body) : []];

    /// <summary>The schemas of parameters, body and response.</summary>
    public IEnumerable<SchemaNode> InlineSchemas
    {
        get
        {
            foreach (var parameter in Parameters.Where(parameter => parameter.Node["schema"] is JObject))
            {
                yield return new SchemaNode(parameter.Place, (JObject)parameter.Node["schema"]!, isNamed: false);
            }

            foreach (var body in Contents.Select(content => content.Value.Object("schema")).OfType<JObject>())
            {
                yield return new SchemaNode(Name + " body", body, isNamed: false);
            }

            if (ResponseSchema is not null)
            {
                yield return new SchemaNode(Name + " response", ResponseSchema, isNamed: false);
            }
        }
    }

    public Finding Finding(string message, string? key = null) => new(Name, key is null ? NameToken : Node.At(key), message, Method);

    private JToken NameToken => operation.Id ?? operation.Verb;
}
