using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>The form in which the project describes parameters.</summary>
internal static class ParameterRule
{
    private const string Brackets = "[]";

    /// <summary>The name without the brackets that mark a list in the query.</summary>
    public static string WireName(JObject parameter) =>
        parameter["name"].Text() is { } name ? name.EndsWith(Brackets, StringComparison.Ordinal) ? name[..^Brackets.Length] : name : string.Empty;

    public static bool IsInPath(JObject parameter) => parameter["in"].Text() == "path";

    /// <summary>The parameter's place in the notation of <c>facts.txt</c>.</summary>
    public static string Place(string operation, JObject parameter) => operation + (IsInPath(parameter) ? $"{{{WireName(parameter)}}}" : "?" + WireName(parameter));

    public static JObject Create(JObject published, string description, JObject schema, string? mark)
    {
        var name = WireName(published);
        var isList = schema["items"] is not null;
        var parameter = new JObject { ["name"] = isList ? name + Brackets : name, ["in"] = published["in"].Text() };
        if (published["required"].IsTrue() || IsInPath(published))
        {
            parameter["required"] = true;
        }

        parameter["description"] = description;
        if (isList)
        {
            parameter["style"] = "form";
            parameter["explode"] = true;
        }

        // The sample is a member of the parameter, not of its schema.
        parameter["schema"] = schema;
        if (schema["example"] is { } example)
        {
            schema.Remove("example");
            parameter["example"] = example;
        }

        if (isList)
        {
            parameter["x-csharp-name"] = name;
        }

        parameter.Put("x-sensitive", mark is null ? null : new JValue(mark));
        return parameter;
    }
}
