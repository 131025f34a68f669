using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth;

/// <summary>
/// Base of every request and response type. What is not set is not sent, and members that this version of the SDK does not
/// know are kept.
/// </summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public abstract class ExtensibleObject
{
    // A field of its own, so that an object without unknown members has no dictionary.
    [JsonExtensionData]
    private IDictionary<string, JToken>? _additionalProperties;

    private protected IDictionary<string, JToken>? UnknownMembers => _additionalProperties;

    /// <summary>
    /// Members by their wire names that the type does not declare: received ones are kept here and written back, added ones
    /// are sent.
    /// </summary>
    [JsonIgnore]
    public IDictionary<string, JToken> AdditionalProperties => _additionalProperties ??= new Dictionary<string, JToken>(StringComparer.Ordinal);
}
