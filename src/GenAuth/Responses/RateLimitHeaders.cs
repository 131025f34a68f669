using System.Globalization;

namespace GenAuth.Responses;

/// <summary>Reads the headers that tell of a limit of requests, in the spellings that are in use. What cannot be read is left out.</summary>
internal static class RateLimitHeaders
{
    private const decimal FirstTime = 1_000_000_000;
    private const decimal FirstTimeInMilliseconds = 100_000_000_000;

    private static readonly (string Limit, string Remaining, string Reset)[] Spellings =
    [
        ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
        ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"),
        ("X-Rate-Limit-Limit", "X-Rate-Limit-Remaining", "X-Rate-Limit-Reset"),
    ];

    public static GenAuthRateLimit? Read(HttpResponseMessage answer)
    {
        if (StructuredRateLimit.Read(answer) is { } structured)
        {
            return structured;
        }

        foreach (var names in Spellings)
        {
            if (Of(First(answer, names.Limit), First(answer, names.Remaining), First(answer, names.Reset), answer) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The limit of three texts, or <see langword="null"/> when none can be read.</summary>
    public static GenAuthRateLimit? Of(string? limit, string? remaining, string? reset, HttpResponseMessage answer) =>
        (Count(limit), Count(remaining), Wait(reset, answer)) is var read && read == (null, null, null) ? null : new(read.Item1, read.Item2, read.Item3);

    public static long? Count(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static TimeSpan? Wait(string? text, HttpResponseMessage answer)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (number < FirstTime)
        {
            return TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerSecond));
        }

        var milliseconds = number < FirstTimeInMilliseconds ? number * 1000 : number;
        if (milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        var wait = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) - ResponseHeaders.Date(answer);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>The limit may be followed by what it is made of: <c>100, 100;w=60</c>.</summary>
    private static string? First(HttpResponseMessage answer, string name) => ResponseHeaders.First(answer, name)?.Split(',', ';')[0].Trim();
}
