using System.Text;
using GenAuth.Drift;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Authorization.Signature;

/// <summary>
/// The signed text without values that could be secret or personal. Shown are the members of the API's own types that the
/// document does not mark as sensitive, and the headers that the SDK sets; every other value is masked.
/// </summary>
internal static class MaskedText
{
    private static readonly string[] ShownHeaders =
        ["app-tenant-id", "lang", "sdk-version", "signature-method", "signature-nonce", "signature-version", "userpool-id"];

    public static SignedText Create(HttpRequestMessage message, ApiRequest request, Utf8Json? body, string headerPrefix)
    {
        var method = message.Method.Method;
        return new SignedText(
            method,
            [.. CanonicalHeaders.Create(message.Headers, headerPrefix).Select(header => IsShown(header.Key, headerPrefix) ? header : new(header.Key, WireWriter.Hidden))],
            message.RequestUri!.AbsolutePath,
            body is not null && request.Body is ExtensibleObject model && ModelTypes.Includes(model.GetType())
                ? CanonicalParameters.Create(method, request.Query, GenAuthJson.ToMaskedUtf8(model))
                : [.. CanonicalParameters.Create(method, request.Query, body).Select(Mask)]);
    }

    private static bool IsShown(string header, string prefix) => header == "date" || ShownHeaders.Contains(header.Substring(prefix.Length));

    /// <summary>A name that is no identifier may be data too, as in a table.</summary>
    private static CanonicalParameter Mask(CanonicalParameter parameter) =>
        new(MemberName.IsLikely(parameter.Name) ? parameter.Name : WireWriter.Hidden, Encoding.UTF8.GetBytes(WireWriter.Hidden));
}
