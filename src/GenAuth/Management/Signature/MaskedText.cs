using System.Text;
using GenAuth.Json;
using GenAuth.Pipeline;

namespace GenAuth.Management;

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
        var (method, path) = (message.Method.Method, message.RequestUri!.AbsolutePath);
        return new SignedText(
            method,
            [.. CanonicalHeaders.Of(message.Headers, headerPrefix).Select(header => IsShown(header.Key, headerPrefix) ? header : new(header.Key, ModelWriter.Hidden))],
            method != "GET" && body is not null && request.Body is ExtensibleObject model && ModelTypes.Includes(model.GetType())
                ? CanonicalResource.Of(method, path, request.Query, new Utf8Json(Encoding.UTF8.GetBytes(GenAuthJson.ToLogText(model))))
                : CanonicalResource.Write(path, [.. CanonicalResource.ParametersOf(method, request.Query, body).Select(Mask)]));
    }

    private static bool IsShown(string header, string prefix) => header == "date" || ShownHeaders.Contains(header.Substring(prefix.Length));

    /// <summary>A name that is no identifier may be data too, as in a table.</summary>
    private static KeyValuePair<string, JavaScriptValue> Mask(KeyValuePair<string, JavaScriptValue> parameter) =>
        new(MemberName.IsLikely(parameter.Key) ? parameter.Key : ModelWriter.Hidden, JavaScriptValue.String(ModelWriter.Hidden));
}
