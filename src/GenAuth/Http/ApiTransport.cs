using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>The one way to the service: builds the message, sends it, reads the answer, maps what went wrong.</summary>
internal sealed class ApiTransport
{
    private readonly Func<HttpMessageInvoker> _sender;
    private readonly TransportSettings _settings;
    private readonly IRequestAuthorization _authorization;

    public ApiTransport(Func<HttpMessageInvoker> sender, TransportSettings settings, IRequestAuthorization authorization)
    {
        _sender = sender;
        _settings = settings;
        _authorization = authorization;
    }

    public async Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken)
    {
        RequestOptionsCheck.ThrowIfInvalid(options);
        var timeout = options?.Timeout ?? _settings.Timeout;
        cancellationToken.ThrowIfCancellationRequested();

        // Where there is no limit, nothing but the caller ends the call.
        using var deadline = timeout == Timeout.InfiniteTimeSpan ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline?.CancelAfter(timeout);
        var end = deadline?.Token ?? cancellationToken;
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                var sender = _sender();
                using var message = CreateMessage(sender, request, options);

                // Whoever names the header for one call means it, and answers for it.
                var isOurs = !message.Headers.Contains("Authorization");
                if (isOurs)
                {
                    await _authorization.AuthorizeAsync(message, request, options?.AccessToken ?? accessToken, end).ConfigureAwait(false);
                }

                using var answer = await SendAsync(sender, message, end).ConfigureAwait(false);
                using var body = await ReceivedBody.ReadAsync(answer.Content, _settings.MaxResponseBytes, end).ConfigureAwait(false);
                try
                {
                    return ResponseDecoder.Decode<T>(request.Operation, new ApiResponse(answer, body));
                }
                catch (GenAuthException exception) when (isFirst && isOurs)
                {
                    if (Refusal.Of(exception, answer) is not { } refusal || !_authorization.CanDoBetter(message, refusal))
                    {
                        throw;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or InvalidDataException
            || (exception is ObjectDisposedException && end.IsCancellationRequested))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Some platforms report the end of the time as a broken connection.
            if (end.IsCancellationRequested)
            {
                throw new GenAuthTimeoutException(request.Operation, timeout, exception);
            }

            // A cancellation that is neither the caller's nor the deadline's is the HttpClient's own limit.
            throw exception is OperationCanceledException
                ? new GenAuthTimeoutException(request.Operation, null, exception)
                : new GenAuthConnectionException(request.Operation, exception);
        }
    }

    /// <summary>The complete request but for its authorization. A new one for every attempt: a message cannot be sent twice.</summary>
    public HttpRequestMessage CreateMessage(ApiRequest request, RequestOptions? options) => CreateMessage(_sender(), request, options);

    /// <summary>Until the headers are there; the body is read up to its limit only.</summary>
    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker sender, HttpRequestMessage message, CancellationToken cancellationToken) =>
        sender is HttpClient httpClient
            ? httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : sender.SendAsync(message, cancellationToken);

    private HttpRequestMessage CreateMessage(HttpMessageInvoker sender, ApiRequest request, RequestOptions? options)
    {
        var message = new HttpRequestMessage(request.Method, request.AddressOn(_settings.Origin));
        foreach (var header in _settings.FixedHeaders)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if ((options?.Language ?? _settings.Language) is { Length: > 0 } language)
        {
            message.Headers.TryAddWithoutValidation(_settings.LanguageHeader, language);
        }

        if (request.Body is not null)
        {
            message.Content = request.Body is IRequestBody body ? body.ToContent() : new JsonContent(GenAuthJson.ToUtf8(request.Body, _authorization.CoversBody));
        }

        RequestHeaders.ApplyCallers(message, options);
        if (_authorization.CoversHeaders && sender is HttpClient httpClient)
        {
            RequestHeaders.ApplyDefaults(message, httpClient, _settings.HeaderPrefix);
        }

        return message;
    }
}
