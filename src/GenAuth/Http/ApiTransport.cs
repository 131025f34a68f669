using System.Net.Http.Headers;
using System.Text;
using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>The one way to the service: builds the message, sends it, reads the answer, maps what went wrong.</summary>
internal sealed class ApiTransport
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Func<HttpClient> _httpClient;
    private readonly TransportSettings _settings;
    private readonly IRequestAuthorization _authorization;

    public ApiTransport(Func<HttpClient> httpClient, TransportSettings settings, IRequestAuthorization authorization)
    {
        _httpClient = httpClient;
        _settings = settings;
        _authorization = authorization;
    }

    public async Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken)
    {
        RequestOptionsCheck.ThrowIfInvalid(options);
        var timeout = options?.Timeout ?? _settings.Timeout;
        cancellationToken.ThrowIfCancellationRequested();

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            return await SendUpToTwiceAsync<T>(request, options, accessToken, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or InvalidDataException
            || (exception is ObjectDisposedException && deadline.IsCancellationRequested))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Some platforms report the end of the time as a broken connection.
            if (deadline.IsCancellationRequested)
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
    public HttpRequestMessage CreateMessage(ApiRequest request, RequestOptions? options) => CreateMessage(_httpClient(), request, options);

    private async Task<T> SendUpToTwiceAsync<T>(ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var httpClient = _httpClient();
            using var message = CreateMessage(httpClient, request, options);

            // Whoever names the header for one call means it, and answers for it.
            var isOurs = !message.Headers.Contains("Authorization");
            if (isOurs)
            {
                await _authorization.AuthorizeAsync(message, request, options?.AccessToken ?? accessToken, cancellationToken).ConfigureAwait(false);
            }

            using var answer = await httpClient
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var (body, tooLarge) = await BoundedContent.ReadAsync(answer.Content, _settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            try
            {
                return ResponseDecoder.Decode<T>(request.Operation, new ApiResponse(answer, body, tooLarge));
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

    private HttpRequestMessage CreateMessage(HttpClient httpClient, ApiRequest request, RequestOptions? options)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_settings.Host, request.Path + request.Query));
        message.Headers.Accept.ParseAdd("application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", Product.UserAgent);
        foreach (var header in _settings.FixedHeaders)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if ((options?.Language ?? _settings.Language) is { Length: > 0 } language)
        {
            message.Headers.TryAddWithoutValidation(_settings.HeaderPrefix + "lang", language);
        }

        if (request.Body is not null)
        {
            message.Content = request.Body is IRequestBody body ? body.ToContent() : CreateJson(request.Body);
        }

        RequestHeaders.ApplyCallers(message, options);
        RequestHeaders.ApplyDefaults(message, httpClient, _settings.HeaderPrefix);
        return message;
    }

    private static ByteArrayContent CreateJson(object body)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, Utf8, bufferSize: 1024, leaveOpen: true))
        {
            GenAuthJson.Write(text, body);
        }

        var content = new ByteArrayContent(bytes.GetBuffer(), 0, (int)bytes.Length);
        content.Headers.ContentType = JsonType;
        return content;
    }
}
