namespace GenAuth.Http;

/// <summary>The headers of a request that others than the SDK decide about.</summary>
internal static class RequestHeaders
{
    /// <summary>Whoever names a header for one call means it: it replaces the SDK's own.</summary>
    public static void ApplyCallers(HttpRequestMessage message, RequestOptions? options)
    {
        if (options is null)
        {
            return;
        }

        foreach (var header in options.Headers)
        {
            message.Headers.Remove(header.Key);
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    /// <summary>
    /// The HTTP client adds its default headers when it sends, after the authorization; those that begin as the SDK's do are
    /// part of what is signed.
    /// </summary>
    public static void ApplyDefaults(HttpRequestMessage message, HttpClient httpClient, string prefix)
    {
#if NETSTANDARD2_0
        var defaults = httpClient.DefaultRequestHeaders;
#else
        // Reads without parsing, which changes nothing and so is safe beside other calls on the same HTTP client.
        var defaults = httpClient.DefaultRequestHeaders.NonValidated;
#endif
        foreach (var header in defaults)
        {
            if (header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !message.Headers.Contains(header.Key))
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }
}
