using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Checks that there are operations, their names, and all that belongs to them.</summary>
internal sealed class OperationCheck(ApiDocument document, DocumentErrors errors)
{
    private static readonly Regex Form = new(@"^[A-Z][A-Za-z]*_[A-Za-z][A-Za-z0-9]*\z");

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

    private void CheckId(Operation operation)
    {
        if (operation.Id is not { } property || !Form.IsMatch(property.Value.ToString()))
        {
            errors.Add("GENAUTH006", operation.Id ?? operation.Verb,
                "The operation has no operationId of the form Client_method. Name it, for example Authentication_getAlipayAuthInfo.");
            return;
        }

        var id = property.Value.ToString();
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
