using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>
/// The form of JSON that the service signs, <c>JSON.stringify(JSON.parse(json))</c>. Most bodies are sent in it; the others are
/// rewritten for the signature alone.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Rewrites JSON, and records its members. A list becomes an object whose names are the indexes, as it is signed.</summary>
    public static Utf8Json Create(byte[] json)
    {
        try
        {
            var token = Sort(GenAuthJson.Parse(Encoding.UTF8.GetString(json)));
            using var writer = new WireWriter { NotesMembers = true, IsCanonical = true };
            (token is JArray items ? AsObject(items) : token).WriteTo(writer);
            var canonical = writer.ToUtf8();
            return canonical with { Members = canonical.Members ?? [] };
        }
        catch (JsonException)
        {
            // A converter of the program's own has written it. The service cannot read it either.
            return new Utf8Json([], []);
        }
    }

    /// <summary>Whether a name is an array index. JavaScript orders these by number, before all other names.</summary>
    public static bool IsIndex(string name) => name.Length > 0 && name[0] is >= '0' and <= '9' && Index(name) is not null;

    private static JToken Sort(JToken token) => token switch
    {
        // OrderBy is stable, which keeps the other members in their order.
        JObject json => new JObject(json.Properties().OrderBy(member => Index(member.Name) ?? uint.MaxValue).Select(member => new JProperty(member.Name, Sort(member.Value)))),
        JArray items => new JArray(items.Select(Sort)),
        _ => token,
    };

    private static JObject AsObject(JArray items) =>
        new(items.Select((item, index) => new JProperty(index.ToString(CultureInfo.InvariantCulture), item)));

    private static uint? Index(string name) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < uint.MaxValue
        && index.ToString(CultureInfo.InvariantCulture) == name ? index : null;
}
