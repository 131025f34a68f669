using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>Builds the HTTP request of an attempt: address, headers and content, but not the authorization.</summary>
internal sealed class RequestBuilder(TransportSettings settings, IRequestAuthorization authorization)
{
    /// <summary>Creates a new request for each attempt, because an <see cref="HttpRequestMessage"/> can be sent only once.</summary>
    /// <param name="invoker">The invoker that will send the request.</param>
    /// <param name="request">The request as the operation describes it.</param>
    /// <param name="options">The settings of the call.</param>
    public HttpRequestMessage Build(HttpMessageInvoker invoker, ApiRequest request, RequestOptions? options)
    {
        // Only a signature covers the body, and the service accepts a signature once.
        var sendOnce = request.RetrySafety == RetrySafety.Never || authorization.CoversBody;
        var message = new ApiRequestMessage(request.Method, request.GetUri(settings.Origin), sendOnce);
        var httpClient = invoker as HttpClient;
#if !NETSTANDARD2_0
        if (httpClient is not null)
        {
            // An HttpClient applies these properties only to requests that it creates itself.
            message.Version = httpClient.DefaultRequestVersion;
            message.VersionPolicy = httpClient.DefaultVersionPolicy;
        }

#endif
        // Only an HttpClient of the application has handlers that could send the content again.
        message.Content = CreateContent(request, sendOnce && httpClient is not null);
        foreach (var header in settings.FixedHeaders)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if ((options?.Language ?? settings.Options.Language) is { Length: > 0 } language)
        {
            message.Headers.TryAddWithoutValidation(settings.LanguageHeader, language);
        }

        if (options is not null)
        {
            foreach (var header in options.Headers)
            {
                message.Headers.Remove(header.Key);
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (authorization.CoversHeaders && httpClient is not null)
        {
            AddDefaultHeaders(message, httpClient);
        }

        return message;
    }

    private HttpContent? CreateContent(ApiRequest request, bool sendOnce) => request.Body switch
    {
        IRequestBody body => body.ToContent(sendOnce),
        not null => new JsonContent(GenAuthJson.ToUtf8(request.Body, authorization.CoversBody), sendOnce),
        null => MustHaveContent(request) ? new SendOnceContent([], sendOnce) : null,
    };

    /// <summary>
    /// Whether a request without a body gets an empty one. <c>SocketsHttpHandler</c> resends a request without content up to three
    /// times when the connection is closed before a response, whatever its verb; with content, even if it is empty, it does not.
    /// </summary>
    private static bool MustHaveContent(ApiRequest request) => request.RetrySafety == RetrySafety.Never
#if NETSTANDARD2_0
        // .NET Framework refuses any content with this verb.
        && request.Method != HttpMethod.Get
#endif
        ;

    /// <summary>
    /// Adds the default headers of the HTTP client that a signature covers. The HTTP client adds its default headers when it sends,
    /// which is after the request was signed.
    /// </summary>
    private void AddDefaultHeaders(HttpRequestMessage message, HttpClient httpClient)
    {
#if NETSTANDARD2_0
        var defaults = httpClient.DefaultRequestHeaders;
#else
        // Reading without validation does not modify the collection, so it is safe while other calls use the same HTTP client.
        var defaults = httpClient.DefaultRequestHeaders.NonValidated;
#endif
        foreach (var header in defaults)
        {
            if (header.Key.StartsWith(settings.HeaderPrefix, StringComparison.OrdinalIgnoreCase) && !message.Headers.Contains(header.Key))
            {
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }
}

/// <summary>
/// An HTTP request that may be limited to one send: the service rejects a reused signature, and an operation that must not be retried
/// must not be retried by a handler either.
/// </summary>
internal sealed class ApiRequestMessage(HttpMethod method, Uri address, bool sendOnce) : HttpRequestMessage(method, address)
{
    private int _sendCount;

    /// <summary>Called by the innermost handler.</summary>
    /// <exception cref="SentTwiceException">The request was sent before, and may be sent only once.</exception>
    public void OnSending()
    {
        if (sendOnce)
        {
            SentTwiceException.ThrowIfSent(ref _sendCount);
        }
    }
}
