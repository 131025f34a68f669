using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Json;

/// <summary>
/// The one JSON contract of the SDK: lenient in, strict out. Never reads <see cref="JsonConvert.DefaultSettings"/>, so an
/// application that changes those cannot change what goes over the wire.
/// </summary>
internal static class GenAuthJson
{
    /// <summary>Deep enough for every document of the API, shallow enough to stop an attack on the stack.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        // Text after the document means that the answer is not what it seems.
        CheckAdditionalContent = true,
        ContractResolver = new EnvelopeContractResolver(),
        Culture = CultureInfo.InvariantCulture,
        // Text that looks like a date stays that text: turning it into a date and back changes it.
        DateParseHandling = DateParseHandling.None,
        MaxDepth = MaxDepth,
        // A null never fails a member that cannot hold one, and a member that nobody set is not sent.
        NullValueHandling = NullValueHandling.Ignore,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        TypeNameHandling = TypeNameHandling.None,
    });

    public static T? Read<T>(TextReader text)
    {
        using var reader = CreateReader(text);
        return Serializer.Deserialize<T>(reader);
    }

    public static void Write(TextWriter text, object value)
    {
        using var writer = new JsonTextWriter(text) { CloseOutput = false };
        Serializer.Serialize(writer, value);
    }

    public static string ToText(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, value);
        return text.ToString();
    }

    /// <summary>The JSON object that would be sent, to be changed before it is.</summary>
    public static JObject ToTree(object value) => JObject.FromObject(value, Serializer);

    /// <summary>The type of the member at a dotted path of wire names; <see langword="null"/> where the path leads nowhere.</summary>
    public static Type? MemberType(Type owner, string path) => path.Split('.').Aggregate(
        (Type?)owner,
        (type, name) => type is not null && Serializer.ContractResolver.ResolveContract(type) is JsonObjectContract contract
            ? contract.Properties.GetProperty(name, StringComparison.Ordinal)?.PropertyType
            : null);

    public static JsonTextReader CreateReader(TextReader text) => new LenientJsonReader(text)
    {
        CloseInput = false,
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = MaxDepth,
    };
}
