using GenAuth.Testing.Service.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>
/// Creates the text that the signature of a management request must cover. Like the service, it uses the values that JavaScript
/// parsers read. It does not share code with the SDK's own signing, so that tests detect errors in either.
/// </summary>
internal static class CanonicalRequest
{
    private const string ListSuffix = "[]";

    private static readonly char[] Blanks = ['\t', '\n', '\r', '\f'];

    /// <param name="request">The request.</param>
    /// <param name="headerPrefix">The prefix of the signed headers.</param>
    /// <param name="body">The parsed JSON body; ignored for GET.</param>
    public static string Create(GenAuthTenantRequest request, string headerPrefix, object? body)
    {
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), header.Value))
            .Where(header => header.Name == "date" || header.Name.StartsWith(headerPrefix, StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{string.Join(' ', header.Value.Split(Blanks)).Trim()}\n");
        var parameters = (request.Method == "GET" ? GetQueryParameters(request) : GetMembers(body))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={JsonValueWriter.FormatParameter(parameter.Value)}")
            .ToList();
        return request.Method + "\n" + string.Concat(headers) + request.RawPath + (parameters.Count == 0 ? string.Empty : "?" + string.Join('&', parameters));
    }

    /// <summary>The parameters of the query. A parameter with the list suffix, or that occurs more than once, is a list of texts.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> GetQueryParameters(GenAuthTenantRequest request)
    {
        var all = new List<(string Name, bool IsList, string Value)>();
        foreach (var pair in new QueryStringEnumerable(request.Query))
        {
            var name = pair.DecodeName().ToString();
            var isList = name.EndsWith(ListSuffix, StringComparison.Ordinal);
            all.Add((isList ? name[..^ListSuffix.Length] : name, isList, pair.DecodeValue().ToString()));
        }

        return all.GroupBy(parameter => parameter.Name, StringComparer.Ordinal).Select(group => KeyValuePair.Create(
            group.Key, group.Count() > 1 || group.First().IsList ? group.Select(parameter => (object?)parameter.Value).ToList() : (object?)group.First().Value));
    }

    /// <summary>The members of an object. A list is treated as an object with the names 0, 1 and so on.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> GetMembers(object? body) => body switch
    {
        JsonObjectValue members => members.Members,
        List<object?> items => items.Select((item, index) => KeyValuePair.Create(FormattableString.Invariant($"{index}"), item)),
        _ => [],
    };
}
