using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Creates enums: one named schema for each set of values, with a constant name and a text for each value.</summary>
internal sealed class EnumRule
{
    private readonly Project _project;
    private readonly ProjectConventions _conventions;
    private readonly TypeNameRule _names;
    private readonly PlaceholderText _texts;
    private readonly ImportReport _report;

    // The enums before the import by their values: an enum that gains a value for one place still serves another place without it.
    private readonly Dictionary<string, string> _initialNames;

    public EnumRule(Project project, ProjectConventions conventions, TypeNameRule names, PlaceholderText texts, ImportReport report)
    {
        (_project, _conventions, _names, _texts, _report) = (project, conventions, names, texts, report);
        _initialNames = ProjectEnums().GroupBy(schema => schema.Key).ToDictionary(group => group.Key, group => group.First().Value);
    }

    /// <summary>Gets the name of the enum with these values and adds the enum if it is new.</summary>
    public string GetOrAdd(JObject schema, string? publishedName, string owner, string member)
    {
        var values = Values(schema).ToList();
        var key = KeyOf(schema);
        if ((ProjectEnums().FirstOrDefault(other => other.Key == key).Value ?? _initialNames.GetValueOrDefault(key)) is { } existing)
        {
            return existing;
        }

        var isNumber = values.All(value => value.Type == JTokenType.Integer);
        var name = publishedName is null ? _names.ForInline(owner, member, string.Empty) : _names.ForPublished(publishedName);
        var created = new JObject { ["type"] = isNumber ? "integer" : "string" };
        if (isNumber)
        {
            created["format"] = "int32";
        }

        created["description"] = _texts.Draft(publishedName ?? name, schema["description"].Text(), NameParts.Sentence(name));
        created.Put("x-source-name", publishedName is null || publishedName == name ? null : publishedName);
        created["enum"] = new JArray();
        created["x-enumNames"] = new JArray();
        created["x-enumDescriptions"] = new JArray();
        _project.Add(name, publishedName ?? name, created);
        foreach (var value in values)
        {
            Append(name, isNumber ? value : WireText(value));
        }

        _report.AddQuestion(QuestionKind.Name, name, "the constant names cannot change later", string.Join(", ", values.Zip(created["x-enumNames"].Texts(), (value, constant) => $"{WireText(value)} = {constant}")));
        _report.AddChange(name, $"enum added, with {values.Count} values");
        return name;
    }

    /// <summary>Adds a value to an existing enum.</summary>
    public void AddValue(string enumName, JToken value) => _report.AddQuestion(QuestionKind.Name, $"{enumName} {WireText(value)}", "the constant name cannot change later", Append(enumName, value));

    /// <summary>The distinct values of an enum without null. A list of <c>true</c> and <c>false</c> is not an enum.</summary>
    public static IEnumerable<JToken> Values(JObject schema) => schema["type"].Text() == "boolean"
        ? []
        : (schema["enum"] as JArray ?? []).Where(value => value.Type != JTokenType.Null).DistinctBy(WireText);

    /// <summary>A value as it is sent, without quotes.</summary>
    public static string WireText(JToken value) => value.Text() ?? value.ToJson();

    /// <summary>Appends a value with its constant name and text.</summary>
    private string Append(string enumName, JToken value)
    {
        var schema = _project.Schemas[enumName]!;
        var text = WireText(value);
        var names = schema["x-enumNames"] as JArray ?? [];
        var used = names.Texts().Append(enumName).Concat(NameCheck.MembersOfNumbers).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var usualName = _conventions.EnumConstantNames[text].CountBy(name => name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        var name = usualName is not null && !used.Contains(usualName) ? usualName : NameParts.MakeUnique(ConstantName(text), used.Contains);
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

    private IEnumerable<KeyValuePair<string, string>> ProjectEnums() =>
        _project.Schemas.Node.Properties().Where(schema => schema.Value["enum"] is JArray).Select(schema => KeyValuePair.Create(KeyOf((JObject)schema.Value), schema.Name));

    private static string KeyOf(JObject schema) => string.Join('\n', Values(schema).Select(WireText).Order(StringComparer.Ordinal));

    private static string ConstantName(string value)
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
