using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>The one way to the service: builds the message, sends it, reads the answer, maps what went wrong.</summary>
internal sealed class ApiTransport
{
    private readonly Func<HttpMessageInvoker> _sender;
    private readonly TransportSettings _settings;
    private readonly IRequestAuthorization _authorization;
    private RetryPipeline? _retries;

    public ApiTransport(Func<HttpMessageInvoker> sender, TransportSettings settings, IRequestAuthorization authorization)
    {
        _sender = sender;
        _settings = settings;
        _authorization = authorization;
    }

    public Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken)
    {
        options = RequestOptionsCheck.CopyChecked(options);
        return options?.OnResponse is null
            ? StartAsync<T>(request, options, accessToken, cancellationToken)
            : TellAsync<T>(request, options, accessToken, cancellationToken);
    }

    // Its closure would cost every call something if it were made there.
    private Task<T> TellAsync<T>(ApiRequest request, RequestOptions options, string? accessToken, CancellationToken cancellationToken) =>
        FinalAnswer.TellAsync(options, () => StartAsync<T>(request, options, accessToken, cancellationToken));

    private Task<T> StartAsync<T>(ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken) =>
        _settings.Observer.IsListening
            ? new ObservedCall(request, options, accessToken, _settings, cancellationToken).RunAsync(call => SendAsync<T>(call, isFirst: true))
            : SendAsync<T>(new ApiCall(request, options, accessToken, _settings, cancellationToken), isFirst: true);

    // One state machine for a call that succeeds: what follows a failure is a method of its own.
    private async Task<T> SendAsync<T>(ApiCall call, bool isFirst)
    {
        GenAuthException failure;
        call.CancellationToken.ThrowIfCancellationRequested();
        using (var deadline = call.NextDeadline())
        {
            // Whether the handlers of the HTTP client run, of which a caller may have brought some.
            var isOutside = false;
            try
            {
                var request = call.Request;
                for (var isFirstProof = true; ;)
                {
                    isOutside = false;
                    var sender = _sender();
                    using var message = CreateMessage(sender, request, call.Options);

                    // Whoever names the header for one call means it, and answers for it.
                    var isOurs = !message.Headers.Contains("Authorization");
                    if (isOurs)
                    {
                        await _authorization.AuthorizeAsync(message, request, call.AccessToken, deadline.Token).ConfigureAwait(false);
                    }

                    call.OnSending();
                    isOutside = true;
                    using var answer = await SendAsync(sender, message, deadline.Token).ConfigureAwait(false);
                    if (Redirect.Next(request, message.RequestUri!, answer, _settings.Host) is { } elsewhere)
                    {
                        request = elsewhere;
                        continue;
                    }

                    using var body = await ReceivedBody.ReadAsync(answer.Content, _settings.MaxResponseBytes, deadline.Token).ConfigureAwait(false);
                    isOutside = false;
                    call.OnReceived(answer.StatusCode, body.Length);
                    var response = new ApiResponse(answer, body, new ReadLimits(_settings.MaxResponseValues, call.IsStrict, deadline.Token));
                    try
                    {
                        var value = ResponseDecoder.Decode<T>(call.Request.Operation, response, call.Drift);
                        call.OnUnderstood(response, value);
                        return value;
                    }
                    catch (GenAuthException exception)
                    {
                        call.OnRefused(response, exception);
                        if (!isOurs || Refusal.Of(exception, answer) is not { } refusal || !_authorization.CanDoBetter(message, refusal with { IsFinal = !isFirstProof }))
                        {
                            throw;
                        }

                        isFirstProof = false;
                    }
                }
            }
            catch (GenAuthException exception) when (isFirst && call.MayRepeatAfter(exception))
            {
                failure = exception;
            }
            catch (Exception exception) when (deadline.Covers(exception) || (isOutside && exception is not GenAuthException))
            {
                failure = deadline.Explain(call.Request.Operation, exception);
                if (!isFirst || !call.MayRepeatAfter(failure))
                {
                    throw failure;
                }
            }
        }

        return await SendAgainAsync<T>(call, failure).ConfigureAwait(false);
    }

    // Made with the first failure, so that a program without one never loads what it stands on.
    private Task<T> SendAgainAsync<T>(ApiCall call, GenAuthException failure) =>
        (_retries ??= new RetryPipeline(_settings.TimeProvider)).ContinueAsync(call, failure, again => SendAsync<T>(again, isFirst: false));

    /// <summary>The complete request but for its authorization. A new one for every attempt: a message cannot be sent twice.</summary>
    public HttpRequestMessage CreateMessage(ApiRequest request, RequestOptions? options) => CreateMessage(_sender(), request, options);

    /// <summary>Until the headers are there; the body is read up to its limit only.</summary>
    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker sender, HttpRequestMessage message, CancellationToken cancellationToken) =>
        sender is HttpClient httpClient
            ? httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : sender.SendAsync(message, cancellationToken);

    private ApiMessage CreateMessage(HttpMessageInvoker sender, ApiRequest request, RequestOptions? options)
    {
        // Only a signature covers the body, and the service accepts a signature once.
        var isForOneSending = request.Repeatability == Repeatability.Never || _authorization.CoversBody;
        var message = new ApiMessage(request.Method, request.AddressOn(_settings.Origin), isForOneSending);
        var httpClient = sender as HttpClient;
#if !NETSTANDARD2_0
        if (httpClient is not null)
        {
            // It applies them to the messages that it makes itself.
            message.Version = httpClient.DefaultRequestVersion;
            message.VersionPolicy = httpClient.DefaultVersionPolicy;
        }

#endif
        // Without an HTTP client of the caller's there is no handler that could send it again.
        isForOneSending &= httpClient is not null;
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
            message.Content = request.Body is IRequestBody body
                ? body.ToContent(isForOneSending)
                : new JsonContent(GenAuthJson.ToUtf8(request.Body, _authorization.CoversBody), isForOneSending);
        }
        else if (NoBody.IsNeededBy(request))
        {
            message.Content = NoBody.Create(isForOneSending);
        }

        RequestHeaders.ApplyCallers(message, options);
        if (_authorization.CoversHeaders && httpClient is not null)
        {
            RequestHeaders.ApplyDefaults(message, httpClient, _settings.HeaderPrefix);
        }

        return message;
    }
}
