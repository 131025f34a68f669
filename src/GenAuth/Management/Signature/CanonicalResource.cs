using System.Text;
using GenAuth.Http;

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
    /// <param name="body">The JSON body's bytes; they count for every other verb. <see langword="null"/> when there are none, or no JSON.</param>
    /// <param name="hide">Names whose values must not be shown; <see langword="null"/> shows all, as a signature needs it.</param>
    public static string Of(string method, string path, QueryString query, byte[]? body, Func<string, bool>? hide = null)
    {
        var parameters = method == "GET" ? QueryParameters(query) : BodyMembers(body);
        if (parameters.Count == 0)
        {
            return path;
        }

        var text = new TextBuffer(stackalloc char[256]);
        text.Append(path);
        var separator = "?";
        foreach (var parameter in parameters.OrderBy(static parameter => parameter.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            text.Append(parameter.Key);
            text.Append("=");
            text.Append(parameter.Value.ToText(parameter.Key, hide));
            separator = "&";
        }

        return text.ToString();
    }

    /// <summary>A list comes back as one value under its plain name, and so does a name that is given more than once.</summary>
    private static IReadOnlyList<KeyValuePair<string, JavaScriptValue>> QueryParameters(QueryString query) => query.Parameters.Count == 0 ? [] :
    [
        .. query.Parameters.GroupBy(parameter => PlainName(parameter.Key)).Select(group =>
        {
            var values = group.Select(parameter => JavaScriptValue.String(parameter.Value)).ToList();
            var isList = values.Count > 1 || group.First().Key != group.Key;
            return new KeyValuePair<string, JavaScriptValue>(group.Key, isList ? JavaScriptValue.Array(values) : values[0]);
        }),
    ];

    private static string PlainName(string name) => name.EndsWith(QueryString.ListMark, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - QueryString.ListMark.Length)
        : name;

    private static IReadOnlyList<KeyValuePair<string, JavaScriptValue>> BodyMembers(byte[]? body) =>
        body is null ? [] : JavaScriptReader.Read(Encoding.UTF8.GetString(body))?.Members ?? [];
}
