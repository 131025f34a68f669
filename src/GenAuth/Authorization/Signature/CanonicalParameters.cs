using System.Text;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Authorization.Signature;

/// <summary>A parameter as it is signed: text as it is, anything else as <c>JSON.stringify</c> writes it.</summary>
/// <param name="Name">Its name, without the mark of a list.</param>
/// <param name="Value">Its value as UTF-8.</param>
internal readonly record struct CanonicalParameter(string Name, ReadOnlyMemory<byte> Value);

/// <summary>The parameters of a request as the service has them after parsing, by name in ordinal order.</summary>
internal static class CanonicalParameters
{
    /// <param name="method">The verb in capitals.</param>
    /// <param name="query">The query; it counts for GET only.</param>
    /// <param name="body">The JSON body; it counts for every other verb. <see langword="null"/> when there is none, or no JSON.</param>
    public static CanonicalParameter[] Create(string method, QueryString query, Utf8Json? body)
    {
        var parameters = method == "GET" ? FromQuery(query.Parameters) : body is { } json ? FromBody(json) : [];
        Array.Sort(parameters, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return parameters;
    }

    private static CanonicalParameter[] FromBody(Utf8Json body)
    {
        var (bytes, offsets) = body.Members is null ? CanonicalJson.Create(body.Bytes) : body;
        var members = new CanonicalParameter[offsets!.Length];
        for (var index = 0; index < members.Length; index++)
        {
            var (name, start, end) = offsets[index];
            members[index] = new(name, TextOf(bytes.AsMemory(start, end - start)));
        }

        return members;
    }

    private static ReadOnlyMemory<byte> TextOf(ReadOnlyMemory<byte> json)
    {
        if (json.Span[0] != '"')
        {
            return json;
        }

        return json.Span.IndexOf((byte)'\\') < 0
            ? json.Slice(1, json.Length - 2)
            : Encoding.UTF8.GetBytes(WireText.Decode(json.Span.Slice(1, json.Length - 2), isEscaped: true));
    }

    private static CanonicalParameter[] FromQuery(IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var parameters = new CanonicalParameter[query.Count];
        for (var index = 0; index < parameters.Length; index++)
        {
            var (name, value) = (query[index].Key, query[index].Value);
            if (name.EndsWith(QueryString.ListSuffix, StringComparison.Ordinal) || IsRepeated(query, index))
            {
                return WithLists(query);
            }

            parameters[index] = new(name, Encoding.UTF8.GetBytes(value));
        }

        return parameters;
    }

    private static bool IsRepeated(IReadOnlyList<KeyValuePair<string, string>> query, int index)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (query[earlier].Key == query[index].Key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A list, or a name that is given more than once, becomes one value under its plain name.</summary>
    private static CanonicalParameter[] WithLists(IEnumerable<KeyValuePair<string, string>> query) =>
    [
        .. query.GroupBy(parameter => PlainName(parameter.Key)).Select(group => new CanonicalParameter(
            group.Key,
            group.Count() > 1 || group.First().Key != group.Key ? ListOf(group.Select(parameter => parameter.Value)) : Encoding.UTF8.GetBytes(group.First().Value))),
    ];

    private static byte[] ListOf(IEnumerable<string> values)
    {
        using var json = new PooledBytes();
        var separator = '[';
        foreach (var value in values)
        {
            json.Append((byte)separator);
            JavaScriptText.Append(json, value);
            separator = ',';
        }

        json.Append((byte)']');
        return json.ToArray();
    }

    private static string PlainName(string name) => name.EndsWith(QueryString.ListSuffix, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - QueryString.ListSuffix.Length)
        : name;
}
