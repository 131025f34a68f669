using System.Collections.ObjectModel;

namespace GenAuth.Responses;

/// <summary>What is read from the headers of an answer.</summary>
internal static class ResponseHeaders
{
    public static string? RequestId(HttpResponseMessage answer) => First(answer, "x-request-id");

    public static string? First(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>When the answer was made by the service's clock, or this machine's when it does not say.</summary>
    public static DateTimeOffset Date(HttpResponseMessage answer) => answer.Headers.Date ?? DateTimeOffset.UtcNow;

    public static TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - Date(answer));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>All headers, of the answer and of its content.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Copy(HttpResponseMessage answer)
    {
        var copy = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(answer.Headers, copy);
        if (answer.Content is { } content)
        {
            Add(content.Headers, copy);
        }

        return new ReadOnlyDictionary<string, IReadOnlyList<string>>(copy);
    }

    private static void Add(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, Dictionary<string, IReadOnlyList<string>> copy)
    {
        foreach (var header in headers)
        {
            // The platform makes an array for each of them anyway.
            copy[header.Key] = Array.AsReadOnly(header.Value as string[] ?? [.. header.Value]);
        }
    }
}
