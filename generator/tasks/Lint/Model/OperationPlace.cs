using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A verb of a path, and what stands in it.</summary>
internal sealed class OperationPlace(Operation operation, DocumentModel document)
{
    private IReadOnlyList<Member>? _parameters;
    private IReadOnlyList<Member>? _sent;

    public string Name => Node.Text("operationId") ?? $"{Verb} {Path}";

    public string Path => operation.Path.Name;

    public string Verb => operation.Verb.Name;

    public JObject Node => operation.Value;

    public string Client => Name.Split('_')[0];

    public string Method => Name.Substring(Name.IndexOf('_') + 1);

    public string Tag => string.Join(", ", Node.List("tags").Select(tag => tag.AsText() ?? string.Empty));

    /// <summary>The value of <c>x-retry</c>, if there is one.</summary>
    public string? Retry => Node.Text("x-retry");

    public IReadOnlyList<Member> Parameters => _parameters ??=
    [
        .. operation.Parameters(document.Api).Select(parameter => (Name: parameter.Text("name") ?? string.Empty, Node: parameter))
            .Select(parameter => new Member($"{Name}({parameter.Name})", parameter.Name, parameter.Node, document)),
    ];

    public JObject? Body => document.Api.Follow(Node["requestBody"]);

    /// <summary>The content types of the body, of which there is one.</summary>
    public IEnumerable<JProperty> Contents => Body.Members("content");

    public JObject? BodySchema => Contents.Select(content => content.Value.Object("schema")).FirstOrDefault();

    public JObject? Response => document.Api.Follow(Node.Object("responses")?["200"]);

    public JObject? AnswerContent => Response.Object("content").Object("application/json");

    public JObject? Answer => AnswerContent.Object("schema");

    /// <summary>Everything that a request can carry: the parameters, and the members of its body at any depth.</summary>
    public IReadOnlyList<Member> Sent => _sent ??= [.. Parameters, .. BodySchema is { } body ? document.MembersBelow(Name + " body", body) : []];

    /// <summary>The schemas that stand in the operation itself.</summary>
    public IEnumerable<SchemaPlace> Roots
    {
        get
        {
            foreach (var parameter in Parameters.Where(parameter => parameter.Node["schema"] is JObject))
            {
                yield return new SchemaPlace(parameter.Place, (JObject)parameter.Node["schema"]!, isNamed: false);
            }

            foreach (var body in Contents.Select(content => content.Value.Object("schema")).OfType<JObject>())
            {
                yield return new SchemaPlace(Name + " body", body, isNamed: false);
            }

            if (Answer is not null)
            {
                yield return new SchemaPlace(Name + " answer", Answer, isNamed: false);
            }
        }
    }

    public Finding Finding(string message, string? key = null) => new(Name, key is null ? Whole : Node.At(key), message, Method);

    private JToken Whole => operation.Id ?? operation.Verb;
}
