namespace GenAuth.Responses;

/// <summary>
/// The one header of the IETF's drafts: <c>"hourly";r=50;t=30</c> beside a <c>RateLimit-Policy</c> of <c>"hourly";q=100;w=3600</c>,
/// formerly <c>limit=100, remaining=50, reset=30</c>.
/// </summary>
internal static class StructuredRateLimit
{
    public static GenAuthRateLimit? Read(HttpResponseMessage answer)
    {
        var items = Items(answer, "RateLimit");
        if (items.Count == 0)
        {
            return null;
        }

        if (items.Any(item => Split(item[0], '=').Count > 1))
        {
            var members = items.Select(item => item[0]).ToList();
            return RateLimitHeaders.Of(Parameter(members, "limit"), Parameter(members, "remaining"), Parameter(members, "reset"), answer);
        }

        // The policy that will end first is the one to heed.
        var policy = items.OrderBy(item => RateLimitHeaders.Count(Parameter(item, "r")) ?? long.MaxValue).First();
        return RateLimitHeaders.Of(Quota(policy[0], answer), Parameter(policy, "r"), Parameter(policy, "t"), answer);
    }

    private static string? Quota(string policy, HttpResponseMessage answer) =>
        Items(answer, "RateLimit-Policy").FirstOrDefault(item => item[0] == policy) is { } found ? Parameter(found, "q") : null;

    /// <summary>Each item of a list with its parameters behind it.</summary>
    private static IReadOnlyList<List<string>> Items(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? [.. values.SelectMany(value => Split(value, ',')).Select(item => Split(item, ';'))] : [];

    private static string? Parameter(List<string> item, string name)
    {
        var start = name + "=";
        return item.Find(part => part.StartsWith(start, StringComparison.Ordinal))?.Substring(start.Length);
    }

    /// <summary>The parts between separators that do not stand in a quoted text.</summary>
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
