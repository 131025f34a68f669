using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using GenAuth.Drift;
using Newtonsoft.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// Newtonsoft's serializer with the SDK's contract, for types that are not generated. A class of its own, so that a program without
/// such types never creates it.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Types of the program reach it through methods that require unreferenced code.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Types of the program reach it through methods that require dynamic code.")]
internal static class ReflectionJson
{
    /// <summary>A null never fails a member that cannot be null, and a member that is not set is not sent.</summary>
    public static readonly JsonSerializer Serializer = Create(new EnvelopeContractResolver(), NullValueHandling.Ignore);

    public static JsonSerializer Create(EnvelopeContractResolver resolver, NullValueHandling nulls) => JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = resolver,
        Culture = CultureInfo.InvariantCulture,
        // Text that looks like a date stays that text: turning it into a date and back changes it.
        DateParseHandling = DateParseHandling.None,
        // The limit of responses is checked before, that of requests by the writer.
        MaxDepth = null,
        NullValueHandling = nulls,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        // Of a member that comes twice the last value counts.
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        TypeNameHandling = TypeNameHandling.None,
    });

    /// <summary>Reads a document that is known to be JSON within the limits.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json, SchemaDriftRecorder? drift = null, ReadLimits limits = default)
    {
        using var text = new StringReader(Encoding.UTF8.GetString(json));
        using var reader = new LenientJsonReader(text, drift, limits);
        return Serializer.Deserialize<T>(reader);
    }
}
