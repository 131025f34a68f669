using GenAuth.Http;
using GenAuth.Json;

namespace GenAuth.Management;

/// <summary>
/// The part of a signature's text that tells what is asked for: the path as sent, and the parameters as the service will have
/// them after it has parsed the request. Nothing is URL-encoded.
/// </summary>
internal static class CanonicalResource
{
    /// <param name="method">The verb in capitals.</param>
    /// <param name="path">The path as it is sent.</param>
    /// <param name="query">The query; it counts for GET only.</param>
    /// <param name="body">The JSON body; it counts for every other verb. <see langword="null"/> when there is none, or no JSON.</param>
    /// <param name="hide">Names whose values must not be shown; <see langword="null"/> shows all, as a signature needs it.</param>
    public static string Of(string method, string path, QueryString query, Utf8Json? body, Func<string, bool>? hide = null)
    {
        var parameters = method == "GET" ? CanonicalParameters.Of(query.Parameters) : body is { } json ? CanonicalParameters.Of(json) : [];
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
            text.Append(parameter.Value.ToText(parameter.Key, hide));
            separator = "&";
        }

        return text.ToString();
    }
}
