using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>
/// Refuses a document from which the tool would make nothing, or something else than it says, with the line at fault. The
/// tool itself passes over most of these in silence, and names no line for the rest.
/// </summary>
public sealed class CheckDocument : Task
{
    private static readonly string[] Verbs = { "get", "put", "post", "delete", "patch", "head", "options", "trace" };
    private static readonly string[] Types = { "string", "integer", "number", "boolean", "array", "object" };
    private static readonly Regex Placeholder = new Regex("\\{([^{}]*)\\}");
    private static readonly Regex OperationId = new Regex("^[A-Z][A-Za-z]*_[A-Za-z][A-Za-z0-9]*\\z");

    [Required]
    public string Document { get; set; }

    public override bool Execute()
    {
        if (!File.Exists(Document))
        {
            Log.LogError(null, "GENAUTH001", null, Document, 0, 0, 0, 0,
                "The API document does not exist. Restore openapi/genauth-v3.json, or correct the property GenAuthOpenApi.");
            return false;
        }

        var root = Read();
        if (root != null)
        {
            CheckReferences(root);
            CheckTypes(root);
            CheckOperations(root);
        }

        return !Log.HasLoggedErrors;
    }

    private JObject Read()
    {
        try
        {
            using (var reader = new JsonTextReader(File.OpenText(Document)) { DateParseHandling = DateParseHandling.None })
            {
                var token = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
                while (reader.Read())
                {
                    // Anything after the document is reported by the reader.
                }

                if (token is JObject root && ((string)(root["openapi"] as JValue) ?? string.Empty).StartsWith("3.0.", StringComparison.Ordinal))
                {
                    return root;
                }

                // The tool reads other versions too, and passes over what they have that 3.0 has not.
                Report("GENAUTH002", (token as JObject)?.Property("openapi") ?? token, "The document is not of OpenAPI 3.0. Replace or convert it.");
            }
        }
        catch (JsonReaderException exception)
        {
            Log.LogError(null, "GENAUTH002", null, Document, exception.LineNumber, exception.LinePosition, 0, 0,
                "The document is not valid JSON: {0} Correct it there, or take the file from version control again.", exception.Message);
        }

        return null;
    }

    private void CheckReferences(JObject root)
    {
        foreach (var reference in root.DescendantsAndSelf().OfType<JProperty>()
            .Where(property => property.Name == "$ref" && property.Value.Type == JTokenType.String && !IsExample(property)))
        {
            var target = (string)reference.Value;
            if (!target.StartsWith("#/", StringComparison.Ordinal))
            {
                Report("GENAUTH003", reference, "'{0}' points out of the document. Copy what it means into components and refer to it there.", target);
            }
            else if (Resolve(root, target) == null)
            {
                Report("GENAUTH003", reference, "'{0}' does not exist in the document. Add it, or correct the reference.", target);
            }
        }
    }

    private static JToken Resolve(JToken root, string target)
    {
        foreach (var part in target.Substring(2).Split('/'))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
            root = root is JObject parent ? parent[name]
                : root is JArray list && int.TryParse(name, out var index) && index >= 0 && index < list.Count ? list[index]
                : null;
        }

        return root;
    }

    private void CheckTypes(JObject root)
    {
        foreach (var type in root.SelectTokens("$..['type']").Where(token => token.Type == JTokenType.String && IsSchema(token.Parent.Parent)))
        {
            if (!Types.Contains((string)type))
            {
                Report("GENAUTH004", type, "'{0}' is not a JSON type. Use one of {1}.", type, string.Join(", ", Types));
            }
        }
    }

    /// <summary>A member called type is a keyword only in a schema, not among a schema's properties or in an example.</summary>
    private static bool IsSchema(JToken token)
    {
        var path = token.Path;
        return (path.StartsWith("components.schemas", StringComparison.Ordinal) || path.Contains("schema"))
            && !IsExample(token)
            && !(token.Parent is JProperty owner && owner.Name == "properties");
    }

    private static bool IsExample(JToken token) =>
        token.AncestorsAndSelf().OfType<JProperty>().Any(property =>
            (property.Name == "example" || property.Name == "examples" || property.Name == "default" || property.Name == "enum")
            && !(property.Parent?.Parent is JProperty owner && owner.Name == "properties"));

    private void CheckOperations(JObject root)
    {
        var seen = new Dictionary<string, JProperty>(StringComparer.OrdinalIgnoreCase);
        var paths = (root["paths"] as JObject ?? new JObject()).Properties().Where(path => path.Value is JObject).ToList();
        var operations = paths
            .SelectMany(path => ((JObject)path.Value).Properties())
            .Where(verb => Verbs.Contains(verb.Name) && verb.Value is JObject)
            .ToList();
        if (operations.Count == 0)
        {
            Report("GENAUTH005", root["paths"] ?? root, "The document has no operations under paths, so there would be no client. Is it the right file?");
        }

        foreach (var path in paths)
        {
            CheckParameters(root, (JObject)path.Value);
        }

        foreach (var operation in operations)
        {
            CheckOperationId((JObject)operation.Value, operation, seen);
            CheckPlaceholders(root, (JProperty)operation.Parent.Parent, (JObject)operation.Value);
            CheckParameters(root, (JObject)operation.Value);
            CheckBody(root, (JObject)operation.Value);
        }
    }

    private void CheckOperationId(JObject operation, JProperty verb, Dictionary<string, JProperty> seen)
    {
        var property = operation.Property("operationId");
        var id = property?.Value.ToString();
        if (id == null || !OperationId.IsMatch(id))
        {
            Report("GENAUTH006", (JToken)property ?? verb,
                "The operation has no operationId of the form Client_method. Name it, for example Authentication_getAlipayAuthInfo.");
        }
        else if (seen.TryGetValue(id, out var first))
        {
            Report("GENAUTH007", property, "The operationId '{0}' is taken by line {1}. Every operation needs its own.", id, ((IJsonLineInfo)first).LineNumber);
        }
        else
        {
            seen.Add(id, property);
        }
    }

    /// <summary>A placeholder without a parameter would be sent as it stands, a parameter without a placeholder not at all.</summary>
    private void CheckPlaceholders(JObject root, JProperty path, JObject operation)
    {
        var placeholders = Placeholder.Matches(path.Name).Cast<Match>().Select(match => match.Groups[1].Value).ToList();
        var parameters = new[] { path.Value["parameters"], operation["parameters"] }.OfType<JArray>()
            .SelectMany(list => list.OfType<JObject>()).Select(item => Follow(root, item))
            .Where(parameter => parameter["in"]?.ToString() == "path").ToList();
        foreach (var name in placeholders.Except(parameters.Select(parameter => parameter["name"]?.ToString())))
        {
            Report("GENAUTH009", operation.Parent, "The path's '{{{0}}}' has no parameter. Add one in path, or correct the name.", name);
        }

        foreach (var parameter in parameters.Where(parameter => !placeholders.Contains(parameter["name"]?.ToString())))
        {
            Report("GENAUTH009", parameter, "The path has no place for the parameter '{0}'. Add it to the path, or correct the name.", parameter["name"]);
        }
    }

    private void CheckParameters(JObject root, JObject owner)
    {
        var parameters = owner.Property("parameters");
        if (parameters != null && !(parameters.Value is JArray))
        {
            Report("GENAUTH009", parameters, "parameters is not a list, so the tool would leave them out. Make it one.");
            return;
        }

        foreach (var parameter in parameters?.Value.OfType<JObject>().Select(item => Follow(root, item)) ?? Enumerable.Empty<JObject>())
        {
            var place = parameter["in"]?.ToString();
            if (place != "path" && place != "query")
            {
                Report("GENAUTH009", (JToken)parameter.Property("in") ?? parameter,
                    "The templates cannot send the parameter '{0}' in '{1}'. Describe it in path or query, or teach the templates.", parameter["name"], place);
            }
        }
    }

    private void CheckBody(JObject root, JObject operation)
    {
        if (!(operation["requestBody"] is JObject body))
        {
            return;
        }

        foreach (var content in (Follow(root, body)["content"] as JObject ?? new JObject()).Properties())
        {
            if (content.Name != "application/json")
            {
                Report("GENAUTH008", content, "The templates cannot send a body of type '{0}'. Describe it as application/json, or teach the templates.", content.Name);
            }
        }
    }

    /// <summary>What a reference means. One that means nothing has been reported, and is taken as it is.</summary>
    private static JObject Follow(JObject root, JObject item)
    {
        var target = (item["$ref"] as JValue)?.Value as string;
        return target != null && target.StartsWith("#/", StringComparison.Ordinal) && Resolve(root, target) is JObject found ? found : item;
    }

    private void Report(string code, JToken place, string message, params object[] arguments)
    {
        var position = (IJsonLineInfo)place;
        Log.LogError(null, code, null, Document, position.LineNumber, position.LinePosition, 0, 0, message, arguments);
    }
}
