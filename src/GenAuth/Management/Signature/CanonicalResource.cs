using GenAuth.Http;
using GenAuth.Json;

namespace GenAuth.Management;

/// <summary>
/// The last line of the signed text: the path as sent, and the parameters as the service has them after it has parsed the
/// request. Nothing is URL-encoded.
/// </summary>
internal static class CanonicalResource
{
    /// <param name="method">The verb in capitals.</param>
    /// <param name="path">The path as it is sent.</param>
    /// <param name="query">The query; it counts for GET only.</param>
    /// <param name="body">The JSON body; it counts for every other verb. <see langword="null"/> when there is none, or no JSON.</param>
    public static string Of(string method, string path, QueryString query, Utf8Json? body) => Write(path, ParametersOf(method, query, body));

    public static KeyValuePair<string, JavaScriptValue>[] ParametersOf(string method, QueryString query, Utf8Json? body) =>
        method == "GET" ? CanonicalParameters.Of(query.Parameters) : body is { } json ? CanonicalParameters.Of(json) : [];

    public static string Write(string path, KeyValuePair<string, JavaScriptValue>[] parameters)
    {
        if (parameters.Length == 0)
        {
            return path;
        }

        var text = new TextBuffer(stackalloc char[256]);
        text.Append(path);
        var separator = "?";
        foreach (var parameter in parameters)
        {
            text.Append(separator);
            text.Append(parameter.Key);
            text.Append("=");
            text.Append(parameter.Value.ToText());
            separator = "&";
        }

        return text.ToString();
    }
}
