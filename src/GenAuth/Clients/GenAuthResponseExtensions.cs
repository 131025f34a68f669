namespace GenAuth;

/// <summary>Calls any operation of a client for its result together with what surrounded the answer.</summary>
public static class GenAuthResponseExtensions
{
    /// <summary>Makes a call and returns its result with status, headers, rate limit and request ID of the answer.</summary>
    /// <remarks>
    /// A call that fails throws as ever; <see cref="GenAuthException.Response"/> has the same of the answer. For
    /// <c>…AutoPagingAsync</c>, which gets many answers, set <see cref="RequestOptions.OnResponse"/> instead.
    /// </remarks>
    /// <example><code>
    /// var (profile, response) = await client.WithResponseAsync((c, options) => c.GetProfileAsync(requestOptions: options));
    /// </code></example>
    /// <typeparam name="T">What the operation returns.</typeparam>
    /// <param name="client">The client whose operation is called.</param>
    /// <param name="call">Calls one operation of the client with the options that it is given. When it makes several calls, the last answer counts.</param>
    /// <param name="requestOptions">Settings for this one call, which are copied and whose own <see cref="RequestOptions.OnResponse"/> is called too; <see langword="null"/> takes the client's own.</param>
    /// <returns>What the operation returned, with what surrounded it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="call"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The delegate did not pass the options on to the operation, which it did call.</exception>
    /// <exception cref="GenAuthException">As the operation throws it.</exception>
    public static Task<GenAuthResponse<T>> WithResponseAsync<T>(
        this IAuthenticationClient client, Func<IAuthenticationClient, RequestOptions, Task<T>> call, RequestOptions? requestOptions = null) =>
        Start(client, call, requestOptions);

    /// <inheritdoc cref="WithResponseAsync{T}(IAuthenticationClient, Func{IAuthenticationClient, RequestOptions, Task{T}}, RequestOptions)"/>
    public static Task<GenAuthResponse<T>> WithResponseAsync<T>(
        this IManagementClient client, Func<IManagementClient, RequestOptions, Task<T>> call, RequestOptions? requestOptions = null) =>
        Start(client, call, requestOptions);

    private static Task<GenAuthResponse<T>> Start<TClient, T>(TClient client, Func<TClient, RequestOptions, Task<T>> call, RequestOptions? requestOptions)
    {
        Throw.IfNull(client, nameof(client));
        Throw.IfNull(call, nameof(call));
        return CallAsync(client, call, requestOptions?.Copy() ?? new RequestOptions());
    }

    private static async Task<GenAuthResponse<T>> CallAsync<TClient, T>(TClient client, Func<TClient, RequestOptions, Task<T>> call, RequestOptions options)
    {
        GenAuthResponseInfo? last = null;
        var given = options.OnResponse;
        options.OnResponse = response =>
        {
            last = response;
            given?.Invoke(response);
        };
        var value = await call(client, options).ConfigureAwait(false);
        return new(value, last ?? throw new InvalidOperationException(
            "Nothing is known of the response, because the delegate did not pass its RequestOptions on to the operation. The call itself was made. Write (c, options) => c.SomeOperationAsync(…, options)."));
    }
}
