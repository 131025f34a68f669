namespace GenAuth.Http;

/// <summary>Proves to the service who is asking. Called for every attempt, when the request is complete.</summary>
internal interface IRequestAuthorization
{
    /// <summary>Adds the proof to a request.</summary>
    /// <param name="message">The request as it will be sent.</param>
    /// <param name="request">The operation's own description of it.</param>
    /// <param name="accessToken">The end user's token, where there is one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken);
}
