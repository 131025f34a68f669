using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using GenAuth.Serialization;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>Executes the calls of a client: sends requests until a response is a result, or a failure is not retried.</summary>
/// <param name="current">Returns the context of a call that starts now.</param>
/// <param name="accessToken">The access token of the end user in place of that of the settings, or <see langword="null"/>.</param>
internal sealed class CallExecutor(Func<CallContext> current, string? accessToken = null)
{
    /// <summary>Executes one call.</summary>
    /// <param name="request">The request as the operation describes it.</param>
    /// <param name="requestOptions">The settings of the call; copied.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">A setting of the call is invalid.</exception>
    public Task<T> ExecuteAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiRequest request, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        var context = current();
        var options = RequestOptionsCheck.CopyChecked(requestOptions, context.Settings.AcceptsAccessToken);
        return RunAsync<T>(context.Settings.Telemetry.IsEnabled
            ? new InstrumentedCall(context, request, options, accessToken, cancellationToken)
            : new ApiCall(context, request, options, accessToken, cancellationToken));
    }

    /// <summary>The request of a call's first attempt, without its authorization.</summary>
    /// <exception cref="ArgumentException">A setting of the call is invalid.</exception>
    public HttpRequestMessage BuildRequest(ApiRequest request, RequestOptions? requestOptions)
    {
        var context = current();
        return context.Builder.Build(context.GetInvoker(), request, RequestOptionsCheck.CopyChecked(requestOptions, context.Settings.AcceptsAccessToken));
    }

    /// <summary>A copy of the executor for another end user.</summary>
    public CallExecutor WithAccessToken(string token) => new(current, token);

    private static async Task<T> RunAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiCall call)
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
                    var invoker = call.Context.GetInvoker();
                    using var request = call.Context.Builder.Build(invoker, call.Target, call.Options);

                    // A caller-supplied Authorization header disables the client's own authorization.
                    var isAuthorized = !request.Headers.Contains("Authorization");
                    if (isAuthorized)
                    {
                        await call.Context.Authorization.AuthorizeAsync(request, call.Target, call.AccessToken, call.Deadline.Token).ConfigureAwait(false);
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

                    using var body = await ResponseBody.ReadAsync(response.Content, call.Context.Settings.Options.MaxResponseBytes, call.Deadline.Token).ConfigureAwait(false);
                    isSending = false;
                    failure = Classify(call, response, body, out result);
                    if (failure is null)
                    {
                        break;
                    }

                    if (isAuthorized)
                    {
                        await call.RecoverAsync(request, response, failure).ConfigureAwait(false);
                        if (call.IsRecovered)
                        {
                            continue;
                        }
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
                    await call.Context.Settings.TimeProvider.Delay(delay, call.CancellationToken).ConfigureAwait(false);
#else
                    await Task.Delay(delay, call.Context.Settings.TimeProvider, call.CancellationToken).ConfigureAwait(false);
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
    private static GenAuthException? Classify<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiCall call, HttpResponseMessage response, ResponseBody body, out T result)
    {
        call.OnReceived(response.StatusCode, body.Length);
        var apiResponse = new ApiResponse(response, body, new ReadLimits(call.Context.Settings.Options.MaxResponseValues, call.IsStrict, call.Deadline.Token));
        try
        {
            result = call.Request.ReadResponse is { } read
                ? (T)read(call.Request.Operation, apiResponse)
                : ResponseReader.Decode<T>(call.Request.Operation, apiResponse, call.Drift);
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
