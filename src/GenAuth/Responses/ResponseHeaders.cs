using System.Collections.ObjectModel;

namespace GenAuth.Responses;

/// <summary>Reads headers of a response.</summary>
internal static class ResponseHeaders
{
    public static string? GetRequestId(HttpResponseMessage response) => GetFirst(response, "x-request-id");

    public static string? GetFirst(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The time of the response: its <c>Date</c> header, or this machine's clock if it has none.</summary>
    public static DateTimeOffset GetDate(HttpResponseMessage response) => response.Headers.Date ?? DateTimeOffset.UtcNow;

    public static TimeSpan? GetRetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var delay = header?.Delta ?? (header?.Date - GetDate(response));
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    /// <summary>Copies all headers, including those of the content.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Copy(HttpResponseMessage response)
    {
        var copy = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(response.Headers, copy);
        if (response.Content is { } content)
        {
            Add(content.Headers, copy);
        }

        return new ReadOnlyDictionary<string, IReadOnlyList<string>>(copy);
    }

    private static void Add(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, Dictionary<string, IReadOnlyList<string>> copy)
    {
        foreach (var header in headers)
        {
            // HttpHeaders creates a new array for each enumerated header, so the array needs no copy.
            copy[header.Key] = Array.AsReadOnly(header.Value as string[] ?? [.. header.Value]);
        }
    }
}
