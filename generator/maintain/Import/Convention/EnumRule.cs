using GenAuth.Build;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Enums: one named schema for the same values, with a constant and a text for each value.</summary>
internal sealed class EnumRule
{
    private readonly Project _project;
    private readonly Vocabulary _vocabulary;
    private readonly TypeNames _names;
    private readonly PlaceholderText _texts;
    private readonly ImportReport _report;

    // An enum that gets a value from one place is still the one of another place without that value.
    private readonly Dictionary<string, string> _before;

    public EnumRule(Project project, Vocabulary vocabulary, TypeNames names, PlaceholderText texts, ImportReport report)
    {
        (_project, _vocabulary, _names, _texts, _report) = (project, vocabulary, names, texts, report);
        _before = Known().GroupBy(known => known.Key).ToDictionary(group => group.Key, group => group.First().Value);
    }

    /// <summary>The name of the enum with these values: one of the project, or a new one.</summary>
    public string NameOf(JObject schema, string? publishedName, string owner, string member)
    {
        var values = Values(schema).ToList();
        var key = KeyOf(schema);
        if ((Known().FirstOrDefault(other => other.Key == key).Value ?? _before.GetValueOrDefault(key)) is { } known)
        {
            return known;
        }

        var isNumber = values.All(value => value.Type == JTokenType.Integer);
        var name = publishedName is null ? _names.Invented(owner, member, string.Empty) : _names.OfService(publishedName);
        var made = new JObject { ["type"] = isNumber ? "integer" : "string" };
        if (isNumber)
        {
            made["format"] = "int32";
        }

        made["description"] = _texts.Draft(publishedName ?? name, schema["description"].Text(), NameParts.Sentence(name));
        made.Put("x-source-name", publishedName is null || publishedName == name ? null : publishedName);
        made["enum"] = new JArray();
        made["x-enumNames"] = new JArray();
        made["x-enumDescriptions"] = new JArray();
        _project.Add(name, publishedName ?? name, made);
        foreach (var value in values)
        {
            Append(name, isNumber ? value : Text(value));
        }

        _report.Ask(Question.Name, name, "constants' names cannot be changed later", string.Join(", ", values.Zip(made["x-enumNames"].Texts(), (value, constant) => $"{Text(value)} = {constant}")));
        _report.Changed(name, $"enum added, with {values.Count} values");
        return name;
    }

    /// <summary>Adds a value to an enum that is in use.</summary>
    public void Add(string enumName, JToken value) => _report.Ask(Question.Name, $"{enumName} {Text(value)}", "a constant's name cannot be changed later", Append(enumName, value));

    /// <summary>The values of an enum, each once. A set of <c>true</c> and <c>false</c> is no enum, and null is no value of one.</summary>
    public static IEnumerable<JToken> Values(JObject schema) => schema["type"].Text() == "boolean"
        ? []
        : (schema["enum"] as JArray ?? []).Where(value => value.Type != JTokenType.Null).DistinctBy(Text);

    /// <summary>A value as the wire spells it, without quotes.</summary>
    public static string Text(JToken value) => value.Text() ?? value.ToJson();

    /// <summary>Appends a value, with a name and a text.</summary>
    private string Append(string enumName, JToken value)
    {
        var schema = _project.Schemas[enumName]!;
        var text = Text(value);
        var names = schema["x-enumNames"] as JArray ?? [];
        var used = names.Texts().Append(enumName).Concat(NameCheck.MembersOfNumbers).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var elsewhere = _vocabulary.ValueNames[text].CountBy(name => name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        var name = elsewhere is not null && !used.Contains(elsewhere) ? elsewhere : NameParts.Free(Constant(text), used.Contains);
        var place = $"{_project.Schemas.SourceName(enumName)} {text}";
        Append(schema, "enum", value);
        Append(schema, "x-enumNames", name);
        Append(schema, "x-enumDescriptions", _texts.Draft(place, null, $"The value {Ascii(text)}"));
        if (schema["x-enumRemedies"] is not null)
        {
            Append(schema, "x-enumRemedies", _texts.Draft(place + " remedy", null, $"Look up what {Ascii(text)} means"));
        }

        return name;
    }

    private IEnumerable<KeyValuePair<string, string>> Known() =>
        _project.Schemas.Node.Properties().Where(schema => schema.Value["enum"] is JArray).Select(schema => KeyValuePair.Create(KeyOf((JObject)schema.Value), schema.Name));

    private static string KeyOf(JObject schema) => string.Join('\n', Values(schema).Select(Text).Order(StringComparer.Ordinal));

    private static string Constant(string value)
    {
        var pascal = NameParts.Pascal(value.Any(char.IsLower) ? value : value.ToLowerInvariant());
        return pascal.Length == 0 ? "Other" : char.IsDigit(pascal[0]) ? "Value" + pascal : pascal;
    }

    private static string Ascii(string value) => string.Concat(value.Where(letter => letter is >= ' ' and <= '~'));

    private static void Append(JObject schema, string key, JToken value)
    {
        if (schema[key] is JArray list)
        {
            list.Add(value);
        }
        else
        {
            schema[key] = new JArray(value);
        }
    }
}
