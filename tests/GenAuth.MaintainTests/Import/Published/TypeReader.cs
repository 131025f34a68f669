using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import.Published;

/// <summary>Reads a type of <c>facts.txt</c> and writes it as the service's documents do.</summary>
internal sealed partial class TypeReader(string text)
{
    private int _position;

    public static (JObject Schema, bool Required) Read(string text)
    {
        var reader = new TypeReader(text);
        var read = reader.Type();
        return reader._position == text.Length ? read : throw new FormatException($"Nothing knows '{text[reader._position..]}' in: {text}");
    }

    private (JObject Schema, bool Required) Type()
    {
        var (schema, required) = (Kind(), false);
        while (Take(Attribute()) is { Success: true } attribute)
        {
            switch (attribute.Groups["flag"].Value)
            {
                case "required":
                    required = true;
                    break;
                case "":
                    schema[attribute.Groups["limit"].Value] = Value();
                    break;
                case var flag:
                    schema[flag] = true;
                    break;
            }
        }

        // OpenAPI 3.0 ignores members beside a reference.
        if (schema.Count > 1 && schema["$ref"] is { } reference)
        {
            schema.Remove("$ref");
            schema.AddFirst(new JProperty("allOf", new JArray(new JObject { ["$ref"] = reference })));
        }

        return (schema, required);
    }

    private JObject Kind()
    {
        if (Skip("["))
        {
            var list = new JObject { ["type"] = "array", ["items"] = Type().Schema };
            Expect("]");
            return list;
        }

        if (Skip("{"))
        {
            return Members();
        }

        if (Skip("oneOf("))
        {
            var alternatives = new JArray();
            do
            {
                alternatives.Add(Type().Schema);
            }
            while (Skip(", "));
            Expect(")");
            return new() { ["oneOf"] = alternatives };
        }

        var name = Take(Name());
        var values = Take(Enum());
        var schema = Plain(name.Groups["type"].Value, name.Groups["format"].Value);
        if (values.Success)
        {
            schema["enum"] = new JArray(values.Groups["values"].Value.Split('|'));
        }

        return schema;
    }

    private JObject Members()
    {
        var (properties, required) = (new JObject(), new JArray());
        do
        {
            var name = Take(Member()).Groups["name"].Value;
            (properties[name], var isRequired) = Type();
            if (isRequired)
            {
                required.Add(name);
            }
        }
        while (Skip(", "));
        Expect("}");
        return new() { ["type"] = "object", ["required"] = required, ["properties"] = properties };
    }

    // The service's documents have one number type, and an object for untyped values.
    private static JObject Plain(string type, string format) => type switch
    {
        "any" => new() { ["type"] = "object" },
        "integer" or "number" => new() { ["type"] = "number" },
        "string" when format.Length > 0 => new() { ["type"] = "string", ["format"] = format },
        "string" or "boolean" or "object" => new() { ["type"] = type },
        _ => new() { ["$ref"] = "#/components/schemas/" + type },
    };

    private JToken Value()
    {
        using var reader = new JsonTextReader(new StringReader(text[_position..])) { SupportMultipleContent = true };
        var value = JToken.ReadFrom(reader);
        _position += reader.LinePosition;
        return value;
    }

    private bool Skip(string mark)
    {
        var isThere = text.AsSpan(_position).StartsWith(mark, StringComparison.Ordinal);
        _position += isThere ? mark.Length : 0;
        return isThere;
    }

    private void Expect(string mark)
    {
        if (!Skip(mark))
        {
            throw new FormatException($"'{mark}' expected at {_position} in: {text}");
        }
    }

    private Match Take(Regex pattern)
    {
        var match = pattern.Match(text, _position);
        _position += match.Length;
        return match;
    }

    [GeneratedRegex(@"\G(?<type>\w+)(/(?<format>[\w-]+))?")]
    private static partial Regex Name();

    [GeneratedRegex(@"\G enum\((?<values>[^)]*)\)")]
    private static partial Regex Enum();

    [GeneratedRegex(@"\G(?<name>[^:]+): ")]
    private static partial Regex Member();

    [GeneratedRegex("""\G (?:(?<flag>required|nullable|deprecated)(?![\w=])|(?<limit>\w+)=)""")]
    private static partial Regex Attribute();
}
