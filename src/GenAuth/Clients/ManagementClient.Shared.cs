using GenAuth.Models;
using GenAuth.Pipeline;

namespace GenAuth;

// Two operations that both clients have. The document contains each verb and path once, so the generator emits one of them.
public partial interface IManagementClient : IManagementApprovals, IManagementEvents
{
}

// The generated parts of the two interfaces have their documentation; a document without these tags generates no such part.
#pragma warning disable CS1591
public partial interface IManagementApprovals
{
    /// <summary>Gets a request for a permission with its details.</summary>
    /// <remarks>
    /// <para>For the person who decides on the request; <see cref="IAuthenticationApprovals.GetApprovalAsync"/> is for the one who made it.</para>
    /// <para>Endpoint: <c>GET /api/v3/approval</c></para>
    /// </remarks>
    /// <param name="number">The number of the request, as the lists of requests give it.</param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The response; <c>Data</c> holds the request.</returns>
    /// <exception cref="GenAuthException">As for every other operation.</exception>
    Task<ApprovalDetailRes> GetApprovalAsync(string number, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}

public partial interface IManagementEvents
{
    /// <summary>Publishes a custom event on behalf of the user pool under the path of user events.</summary>
    /// <remarks>
    /// <para>The event must have been defined before; <see cref="IAuthenticationEvents.PublishEventAsync"/> is for end users.</para>
    /// <para>Endpoint: <c>POST /api/v3/pub-userEvent</c></para>
    /// </remarks>
    /// <param name="body">The event's code and data.</param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The response with the outcome of the publishing.</returns>
    /// <exception cref="GenAuthException">As for every other operation.</exception>
    Task<PubEventRespDto> PublishUserEventAsync(PubEventDto body, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}

#pragma warning restore CS1591

public sealed partial class ManagementClient
{
    /// <inheritdoc/>
    public Task<ApprovalDetailRes> GetApprovalAsync(string number, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(number, nameof(number), "Expected: the number of the request, as the lists of requests give it.");
        var request = new ApiRequest("Management_getDetail", HttpMethod.Get, "/api/v3/approval") { RetrySafety = RetrySafety.Read };
        request.Query.Add("number", number);
        return _calls.ExecuteAsync<ApprovalDetailRes>(request, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PubEventRespDto> PublishUserEventAsync(PubEventDto body, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Throw.IfNull(body, nameof(body));
        return _calls.ExecuteAsync<PubEventRespDto>(
            new ApiRequest("Management_pubUserEvent", HttpMethod.Post, "/api/v3/pub-userEvent") { Body = body }, requestOptions, cancellationToken);
    }
}
