using GenAuth.Testing.Service.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>
/// The text that a management request's signature has to cover, built from the request as it arrived: the service signs what
/// its JavaScript parsers read. Separate from the SDK's own signing on purpose: two implementations that agree prove more than
/// one that agrees with itself.
/// </summary>
internal static class CanonicalRequest
{
    private const string ListMark = "[]";

    private static readonly char[] Blanks = ['\t', '\n', '\r', '\f'];

    /// <param name="request">The request.</param>
    /// <param name="headerPrefix">The beginning of the names of signed headers.</param>
    /// <param name="body">The parsed JSON body; it counts for every verb but GET.</param>
    public static string TextOf(GenAuthTenantRequest request, string headerPrefix, object? body)
    {
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), header.Value))
            .Where(header => header.Name == "date" || header.Name.StartsWith(headerPrefix, StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{string.Join(' ', header.Value.Split(Blanks)).Trim()}\n");
        var parameters = (request.Method == "GET" ? QueryOf(request) : MembersOf(body))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={JsonValueText.OfParameter(parameter.Value)}")
            .ToList();
        return request.Method + "\n" + string.Concat(headers) + request.RawPath + (parameters.Count == 0 ? string.Empty : "?" + string.Join('&', parameters));
    }

    /// <summary>A name that is marked as a list, or is there more than once, has a list of texts.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> QueryOf(GenAuthTenantRequest request)
    {
        var all = new List<(string Name, bool IsList, string Value)>();
        foreach (var pair in new QueryStringEnumerable(request.Query))
        {
            var name = pair.DecodeName().ToString();
            var isList = name.EndsWith(ListMark, StringComparison.Ordinal);
            all.Add((isList ? name[..^ListMark.Length] : name, isList, pair.DecodeValue().ToString()));
        }

        return all.GroupBy(parameter => parameter.Name, StringComparer.Ordinal).Select(group => KeyValuePair.Create(
            group.Key, group.Count() > 1 || group.First().IsList ? group.Select(parameter => (object?)parameter.Value).ToList() : (object?)group.First().Value));
    }

    /// <summary>The members of an object. A list counts as an object with the names 0, 1 and so on.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> MembersOf(object? body) => body switch
    {
        JsonObjectValue members => members.Members,
        List<object?> items => items.Select((item, index) => KeyValuePair.Create(FormattableString.Invariant($"{index}"), item)),
        _ => [],
    };
}
