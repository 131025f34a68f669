using GenAuth.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Support;

/// <summary>Reads and writes through the SDK's own JSON contract.</summary>
internal static class Contract
{
    public static T Read<T>(string json) => GenAuthJson.Read<T>(json)!;

    public static string Write(object value) => GenAuthJson.ToText(value);

    /// <summary>Parses JSON without converting text that looks like a date.</summary>
    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
