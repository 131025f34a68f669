using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>Builds the HTTP request of an attempt: address, headers and content, without the authorization.</summary>
internal sealed class RequestBuilder(TransportSettings settings, IRequestAuthorization authorization)
{
    /// <summary>A new request for each attempt: the platform sends one only once.</summary>
    /// <param name="invoker">What will send it.</param>
    /// <param name="request">What the operation describes.</param>
    /// <param name="options">The settings of the call.</param>
    public HttpRequestMessage Build(HttpMessageInvoker invoker, ApiRequest request, RequestOptions? options)
    {
        // Only a signature covers the body, and the service accepts a signature once.
        var isForOneSending = request.RetrySafety == RetrySafety.Never || authorization.CoversBody;
        var message = new ApiMessage(request.Method, request.AddressOn(settings.Origin), isForOneSending);
        var httpClient = invoker as HttpClient;
#if !NETSTANDARD2_0
        if (httpClient is not null)
        {
            // It applies them only to the requests that it makes itself.
            message.Version = httpClient.DefaultRequestVersion;
            message.VersionPolicy = httpClient.DefaultVersionPolicy;
        }

#endif
        // Only an HTTP client of the caller's has handlers that could send the content again.
        message.Content = CreateContent(request, isForOneSending && httpClient is not null);
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

    private HttpContent? CreateContent(ApiRequest request, bool isForOneSending) => request.Body switch
    {
        IRequestBody body => body.ToContent(isForOneSending),
        not null => new JsonContent(GenAuthJson.ToUtf8(request.Body, authorization.CoversBody), isForOneSending),
        null => MustHaveContent(request) ? new OneTimeContent([], isForOneSending) : null,
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
    /// Adds the HTTP client's default headers with the SDK's prefix. The HTTP client adds its default headers when it sends, after
    /// the authorization, but those with the prefix are signed.
    /// </summary>
    private void AddDefaultHeaders(HttpRequestMessage message, HttpClient httpClient)
    {
#if NETSTANDARD2_0
        var defaults = httpClient.DefaultRequestHeaders;
#else
        // Reads without parsing, which changes nothing and so is safe beside other calls on the same HTTP client.
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
