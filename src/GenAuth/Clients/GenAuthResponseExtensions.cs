namespace GenAuth;

/// <summary>Calls any operation of a client for its result together with the metadata of the response.</summary>
public static class GenAuthResponseExtensions
{
    /// <summary>Calls an operation and returns its result with status, headers, rate limit and request ID of the response.</summary>
    /// <remarks>
    /// A call that fails throws its exception; <see cref="GenAuthException.Response"/> has the metadata. <c>…AutoPagingAsync</c> receives
    /// several responses: set <see cref="RequestOptions.OnResponse"/> for it instead.
    /// </remarks>
    /// <example><code>
    /// var (profile, response) = await client.WithResponseAsync((c, options) => c.GetProfileAsync(requestOptions: options));
    /// </code></example>
    /// <typeparam name="T">The type of the operation's result.</typeparam>
    /// <param name="client">The client whose operation is called.</param>
    /// <param name="call">Calls one operation of the client with the options that it receives. If it calls several, the last response counts.</param>
    /// <param name="requestOptions">Settings for this call. They are copied, and their own <see cref="RequestOptions.OnResponse"/> is called too. <see langword="null"/> takes the client's own.</param>
    /// <returns>The operation's result with the metadata of the response.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="call"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="call"/> called no operation with the options that it received, or replaced their
    /// <see cref="RequestOptions.OnResponse"/>, or returned <see langword="null"/> instead of a task.
    /// </exception>
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
        var task = call(client, options) ?? throw new InvalidOperationException("The delegate returned null. Return the task of the operation.");
        var value = await task.ConfigureAwait(false);
        return new(value, last ?? throw new InvalidOperationException(
            "No response was recorded, because the delegate called no operation with the RequestOptions that it received. A call that it made with other options "
            + "was sent: do not repeat it. Write (c, options) => c.SomeOperationAsync(…, options)."));
    }
}
