using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using GenAuth.Authorization;
using GenAuth.Pipeline;
using GenAuth.Settings;

namespace GenAuth.OpenIdConnect.Transport;

/// <summary>Sends requests to the protocol endpoints with the transport of the API clients: limits, retries, redirects, telemetry.</summary>
internal sealed class ProtocolCalls(Func<HttpMessageInvoker> getInvoker, TransportSettings settings)
{
    public Func<HttpMessageInvoker> GetInvoker => getInvoker;

    /// <summary>Reads a resource, which may be retried.</summary>
    /// <param name="operation">The operation, for messages and telemetry.</param>
    /// <param name="path">The path on the host of the service.</param>
    /// <param name="read">Reads the response.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="authorization">The <c>Authorization</c> header.</param>
    public Task<T> GetAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(
        string operation, string path, Func<string, ApiResponse, object> read, CancellationToken cancellationToken, AuthenticationHeaderValue? authorization = null) =>
        SendAsync<T>(new(operation, HttpMethod.Get, path) { RetrySafety = RetrySafety.Read, HidesQuery = true, ReadResponse = read }, authorization, cancellationToken);

    /// <summary>Sends a form.</summary>
    /// <param name="operation">The operation, for messages and telemetry.</param>
    /// <param name="path">The path on the host of the service.</param>
    /// <param name="form">The fields.</param>
    /// <param name="retrySafety">Whether the request may be retried.</param>
    /// <param name="read">Reads the response.</param>
    /// <param name="authorization">The <c>Authorization</c> header.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<T> PostAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(
        string operation,
        string path,
        FormFields form,
        RetrySafety retrySafety,
        Func<string, ApiResponse, object> read,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellationToken) =>
        SendAsync<T>(new(operation, HttpMethod.Post, path) { Body = form, RetrySafety = retrySafety, HidesQuery = true, ReadResponse = read }, authorization, cancellationToken);

    public Task<T> SendAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiRequest request, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        // Each request has its own credentials: those of the application, an access account or a user.
        var context = new CallContext(getInvoker, settings, new FixedAuthorization(authorization));
        return new CallExecutor(() => context).ExecuteAsync<T>(request, null, cancellationToken);
    }
}
