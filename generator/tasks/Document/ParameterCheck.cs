using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks that the templates can send every parameter, and that the placeholders of a path match its parameters.</summary>
internal sealed class ParameterCheck(ApiDocument document, DocumentErrors errors)
{
    private static readonly Regex Placeholder = new(@"\{([^{}]*)\}");

    /// <summary>A placeholder without a parameter would be sent literally; a parameter without a placeholder would not be sent.</summary>
    public void CheckPlaceholders(Operation operation)
    {
        var placeholders = Placeholder.Matches(operation.Path.Name).Cast<Match>().Select(match => match.Groups[1].Value).ToList();
        var parameters = operation.Parameters(document).Where(parameter => parameter.Text("in") == "path").ToList();
        foreach (var name in placeholders.Except(parameters.Select(NameOf)))
        {
            errors.Add("GENAUTH009", operation.Verb, $"The path's '{{{name}}}' has no parameter. Add one in path, or correct the name.");
        }

        foreach (var parameter in parameters.Where(parameter => NameOf(parameter) is not { } name || !placeholders.Contains(name)))
        {
            errors.Add("GENAUTH009", parameter, $"The path has no place for the parameter '{NameOf(parameter)}'. Add it to the path, or correct the name.");
        }
    }

    /// <summary>Checks where the parameters of a path or of an operation are sent.</summary>
    public void CheckPlaces(JObject owner)
    {
        if (owner.Property("parameters") is not { } parameters)
        {
            return;
        }

        if (parameters.Value is not JArray list)
        {
            errors.Add("GENAUTH009", parameters, "parameters is not a list, so NSwag would ignore them. Make it a list.");
            return;
        }

        foreach (var parameter in list.OfType<JObject>().Select(document.Follow))
        {
            var place = parameter.Text("in");
            if (place is not ("path" or "query"))
            {
                errors.Add("GENAUTH009", (JToken?)parameter.Property("in") ?? parameter,
                    $"The templates cannot send the parameter '{NameOf(parameter)}' in '{place}'. Describe it in path or query, or extend the templates.");
            }
        }
    }

    private static string? NameOf(JObject parameter) => parameter.Text("name");
}
