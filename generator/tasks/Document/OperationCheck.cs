using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks the operations: their number, names, verbs, parameters and bodies.</summary>
internal sealed class OperationCheck(ApiDocument document, DocumentErrors errors)
{
    private const int Verbs = 7;

    // HttpMethod.Patch does not exist in netstandard2.0.
    private static readonly string[] OfPath = ["get", "put", "post", "delete", "head", "options", "trace", "parameters", "summary", "description", "servers"];

    private static readonly Regex Client = new(@"^[A-Z][A-Za-z]{0,99}\z");
    private static readonly Regex Method = new(@"^[A-Za-z][A-Za-z0-9]{0,199}\z");

    private readonly Dictionary<string, JProperty> _seen = new(StringComparer.OrdinalIgnoreCase);

    public void Run()
    {
        var operations = document.Operations.ToList();
        if (operations.Count == 0)
        {
            errors.Add("GENAUTH005", document.Root["paths"] ?? document.Root, "The document has no operations under paths, so there would be no client. Is it the right file?");
        }

        var parameters = new ParameterCheck(document, errors);
        foreach (var path in document.Paths)
        {
            parameters.CheckPlaces((JObject)path.Value);
            CheckVerbs(path);
        }

        var body = new BodyCheck(document, errors);
        foreach (var operation in operations)
        {
            CheckId(operation);
            parameters.CheckPlaceholders(operation);
            parameters.CheckPlaces(operation.Value);
            body.Run(operation);
        }
    }

    /// <summary>NSwag would take every other member of a path as a verb and print it into the code.</summary>
    private void CheckVerbs(JProperty path)
    {
        foreach (var member in ApiDocument.Children(path.Value).Where(member => !OfPath.Contains(member.Name) && !member.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            errors.Add("GENAUTH019", member, $"{PrintableText.Quote(member.Name)} is not a verb that the templates can send. Use one of {string.Join(", ", OfPath.Take(Verbs))} for an operation, or delete it.");
        }
    }

    /// <summary>The problem of an operationId, or <see langword="null"/>.</summary>
    private static string? FindProblem(string id)
    {
        var cut = id.IndexOf('_');
        return id.Length == 0 ? "it is missing"
            : cut < 0 ? "it has no '_' between the client and the method"
            : !Client.IsMatch(id.Substring(0, cut)) ? $"the client {PrintableText.Quote(id.Substring(0, cut))} is not a capital letter followed by letters (no digits, at most 100)"
            : !Method.IsMatch(id.Substring(cut + 1)) ? $"the method {PrintableText.Quote(id.Substring(cut + 1))} is not a letter followed by letters and digits (at most 200)"
            : null;
    }

    private void CheckId(Operation operation)
    {
        var id = operation.Id?.Value.AsText() ?? string.Empty;
        if (operation.Id is not { } property || FindProblem(id) is not null)
        {
            errors.Add("GENAUTH006", operation.Id ?? operation.Verb,
                $"The operation {operation.Route} has the operationId {PrintableText.Quote(id)}: {FindProblem(id)}. Name it, for example Authentication_getAlipayAuthInfo.");
            return;
        }

        if (_seen.TryGetValue(id, out var first))
        {
            errors.Add("GENAUTH007", property, $"The operationId '{id}' is taken by line {DocumentErrors.LineOf(first)}. Every operation needs its own.");
        }
        else
        {
            _seen.Add(id, property);
        }
    }
}
