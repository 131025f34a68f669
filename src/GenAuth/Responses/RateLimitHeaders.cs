using System.Globalization;

namespace GenAuth.Responses;

/// <summary>Parses the rate limit headers in their common spellings. A value that cannot be parsed is <see langword="null"/>.</summary>
internal static class RateLimitHeaders
{
    private const decimal MinUnixSeconds = 1_000_000_000;
    private const decimal MinUnixMilliseconds = 100_000_000_000;

    private static readonly (string Limit, string Remaining, string Reset)[] Spellings =
    [
        ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
        ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"),
        ("X-Rate-Limit-Limit", "X-Rate-Limit-Remaining", "X-Rate-Limit-Reset"),
    ];

    public static GenAuthRateLimit? Parse(HttpResponseMessage response)
    {
        if (StructuredRateLimit.Parse(response) is { } structured)
        {
            return structured;
        }

        foreach (var names in Spellings)
        {
            if (Create(GetFirst(response, names.Limit), GetFirst(response, names.Remaining), GetFirst(response, names.Reset), response) is { } rateLimit)
            {
                return rateLimit;
            }
        }

        return null;
    }

    /// <summary>Creates a rate limit, or <see langword="null"/> if none of the values can be parsed.</summary>
    public static GenAuthRateLimit? Create(string? limit, string? remaining, string? reset, HttpResponseMessage response) =>
        (ParseCount(limit), ParseCount(remaining), ParseReset(reset, response)) is var values && values == (null, null, null)
            ? null
            : new(values.Item1, values.Item2, values.Item3);

    public static long? ParseCount(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static TimeSpan? ParseReset(string? text, HttpResponseMessage response)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (number < MinUnixSeconds)
        {
            return TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerSecond));
        }

        var milliseconds = number < MinUnixMilliseconds ? number * 1000 : number;
        if (milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        var reset = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) - ResponseHeaders.GetDate(response);
        return reset > TimeSpan.Zero ? reset : TimeSpan.Zero;
    }

    /// <summary>The first value. A limit may be followed by its policies: <c>100, 100;w=60</c>.</summary>
    private static string? GetFirst(HttpResponseMessage response, string name) => ResponseHeaders.GetFirst(response, name)?.Split(',', ';')[0].Trim();
}
