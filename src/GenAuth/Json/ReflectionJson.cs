using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>
/// Newtonsoft's serializer with the SDK's contract, for types that are not generated. Apart, so that a program which has
/// none of them never makes it.
/// </summary>
internal static class ReflectionJson
{
    /// <summary>A null never fails a member that cannot hold one, and a member that nobody set is not sent.</summary>
    public static readonly JsonSerializer Serializer = Create(new EnvelopeContractResolver(), NullValueHandling.Ignore);

    public static JsonSerializer Create(EnvelopeContractResolver resolver, NullValueHandling nulls) => JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = resolver,
        Culture = CultureInfo.InvariantCulture,
        // Text that looks like a date stays that text: turning it into a date and back changes it.
        DateParseHandling = DateParseHandling.None,
        // The reader knows the limit. Set here, it would take the place of the reader's own check.
        MaxDepth = null,
        NullValueHandling = nulls,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        // Of a member that comes twice the last value counts.
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        TypeNameHandling = TypeNameHandling.None,
    });
}
