using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Server;

/// <summary>The JSON files inside this assembly.</summary>
public static class EmbeddedJson
{
    private static readonly Assembly Here = typeof(EmbeddedJson).Assembly;

    /// <summary>Names of the files below a folder, without the extension and with slashes on every platform.</summary>
    public static IEnumerable<(string Name, JToken Content)> Below(string folder) => Here.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(resource => (resource[(folder.Length + 1)..].Replace('\\', '/'), Read(resource)));

    public static JToken Read(string resource)
    {
        using var text = new StreamReader(Here.GetManifestResourceStream(resource)!);
        // Text that looks like a date must reach the client unchanged.
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
    }
}
