using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using GenAuth.Serialization;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>Executes the calls of a client: sends requests until a response is a result, or a failure is not retried.</summary>
/// <param name="getInvoker">Returns the invoker that sends the requests.</param>
/// <param name="settings">The settings of the client.</param>
/// <param name="authorization">Authorizes the requests.</param>
/// <param name="accessToken">The client's access token of the end user, or <see langword="null"/>.</param>
internal sealed class CallExecutor(Func<HttpMessageInvoker> getInvoker, TransportSettings settings, IRequestAuthorization authorization, string? accessToken = null)
{
    private readonly RequestBuilder _builder = new(settings, authorization);

    /// <summary>Executes one call.</summary>
    /// <param name="request">The request as the operation describes it.</param>
    /// <param name="requestOptions">The settings of the call; copied.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">A setting of the call is invalid.</exception>
    public Task<T> ExecuteAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiRequest request, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        var options = RequestOptionsCheck.CopyChecked(requestOptions, settings.AcceptsAccessToken);
        return RunAsync<T>(settings.Telemetry.IsEnabled
            ? new InstrumentedCall(request, options, accessToken, settings, cancellationToken)
            : new ApiCall(request, options, accessToken, settings, cancellationToken));
    }

    /// <summary>The request of a call's first attempt, without its authorization.</summary>
    /// <exception cref="ArgumentException">A setting of the call is invalid.</exception>
    public HttpRequestMessage BuildRequest(ApiRequest request, RequestOptions? requestOptions) =>
        _builder.Build(getInvoker(), request, RequestOptionsCheck.CopyChecked(requestOptions, settings.AcceptsAccessToken));

    /// <summary>A copy of the executor for another end user.</summary>
    public CallExecutor WithAccessToken(string token) => new(getInvoker, settings, authorization, token);

    private async Task<T> RunAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiCall call)
    {
        T result = default!;
        GenAuthException? failure;
        call.OnStarting();
        try
        {
            call.StartAttempt();

            // Each iteration sends one request: the first one, a retry, a redirected one, or one with a renewed authorization.
            while (true)
            {
                // True while handlers of the HTTP client run. Handlers of the application may throw any exception.
                var isSending = false;
                try
                {
                    var invoker = getInvoker();
                    using var request = _builder.Build(invoker, call.Target, call.Options);

                    // A caller-supplied Authorization header disables the client's own authorization.
                    var isAuthorized = !request.Headers.Contains("Authorization");
                    if (isAuthorized)
                    {
                        await authorization.AuthorizeAsync(request, call.Target, call.AccessToken, call.Deadline.Token).ConfigureAwait(false);
                    }

                    call.OnSending();
                    isSending = true;

                    // Completes when the headers are received. The body is read afterwards, up to its limit.
                    using var response = await (invoker is HttpClient httpClient
                        ? httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Deadline.Token)
                        : invoker.SendAsync(request, call.Deadline.Token)).ConfigureAwait(false);
                    if (call.TryRedirect(request, response))
                    {
                        continue;
                    }

                    using var body = await ResponseBody.ReadAsync(response.Content, settings.Options.MaxResponseBytes, call.Deadline.Token).ConfigureAwait(false);
                    isSending = false;
                    failure = Classify(call, response, body, out result);
                    if (failure is null)
                    {
                        break;
                    }

                    if (isAuthorized && call.TryRecover(authorization, request, response, failure))
                    {
                        continue;
                    }
                }
                catch (GenAuthException exception)
                {
                    failure = exception;
                }
                catch (Exception exception) when (isSending || call.Deadline.IsTransportException(exception))
                {
                    failure = call.Deadline.Convert(call.Request.Operation, exception);
                }

                call.EndAttempt();
                if (call.PlanRetry(failure) is not { } delay)
                {
                    break;
                }

                if (delay > TimeSpan.Zero)
                {
#if NETSTANDARD2_0
                    await settings.TimeProvider.Delay(delay, call.CancellationToken).ConfigureAwait(false);
#else
                    await Task.Delay(delay, settings.TimeProvider, call.CancellationToken).ConfigureAwait(false);
#endif
                }

                call.StartAttempt();
            }
        }
        catch (Exception exception)
        {
            call.OnFailed(exception);
            throw;
        }
        finally
        {
            call.EndAttempt();
        }

        if (failure is not null)
        {
            call.OnFailed(failure);

            // Keeps the stack trace of the cause.
            ExceptionDispatchInfo.Capture(failure).Throw();
        }

        call.OnSucceeded(result);
        return result;
    }

    /// <summary>Reads a response as the result of the call, or returns the exception that it becomes.</summary>
    private GenAuthException? Classify<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiCall call, HttpResponseMessage response, ResponseBody body, out T result)
    {
        call.OnReceived(response.StatusCode, body.Length);
        var apiResponse = new ApiResponse(response, body, new ReadLimits(settings.Options.MaxResponseValues, call.IsStrict, call.Deadline.Token));
        try
        {
            result = ResponseReader.Decode<T>(call.Request.Operation, apiResponse, call.Drift);
            call.OnRead(apiResponse, result);
            return null;
        }
        catch (GenAuthException failure)
        {
            call.OnErrorRead(apiResponse, failure);
            result = default!;
            return failure;
        }
    }
}
