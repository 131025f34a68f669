namespace GenAuth.Responses;

/// <summary>
/// Parses the <c>RateLimit</c> header of the IETF drafts: <c>"hourly";r=50;t=30</c> with a <c>RateLimit-Policy</c> of
/// <c>"hourly";q=100;w=3600</c>, or <c>limit=100, remaining=50, reset=30</c> of older drafts.
/// </summary>
internal static class StructuredRateLimit
{
    public static GenAuthRateLimit? Parse(HttpResponseMessage response)
    {
        var items = GetItems(response, "RateLimit");
        if (items.Count == 0)
        {
            return null;
        }

        if (items.Any(item => Split(item[0], '=').Count > 1))
        {
            var members = items.Select(item => item[0]).ToList();
            return RateLimitHeaders.Create(GetParameter(members, "limit"), GetParameter(members, "remaining"), GetParameter(members, "reset"), response);
        }

        // The policy with the fewest remaining requests is exhausted first.
        var policy = items.OrderBy(item => RateLimitHeaders.ParseCount(GetParameter(item, "r")) ?? long.MaxValue).First();
        return RateLimitHeaders.Create(GetQuota(policy[0], response), GetParameter(policy, "r"), GetParameter(policy, "t"), response);
    }

    private static string? GetQuota(string policy, HttpResponseMessage response) =>
        GetItems(response, "RateLimit-Policy").FirstOrDefault(item => item[0] == policy) is { } found ? GetParameter(found, "q") : null;

    /// <summary>The items of a list, each split into its value and its parameters.</summary>
    private static IReadOnlyList<List<string>> GetItems(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? [.. values.SelectMany(value => Split(value, ',')).Select(item => Split(item, ';'))] : [];

    private static string? GetParameter(List<string> item, string name)
    {
        var start = name + "=";
        return item.Find(part => part.StartsWith(start, StringComparison.Ordinal))?.Substring(start.Length);
    }

    /// <summary>Splits at separators outside of quoted strings.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[index] == '\\' && isQuoted)
            {
                index++;
            }
            else if (text[index] == separator && !isQuoted)
            {
                parts.Add(text.Substring(start, index - start).Trim());
                start = index + 1;
            }
        }

        parts.Add(text.Substring(start).Trim());
        return parts;
    }
}
