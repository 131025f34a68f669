namespace GenAuth.Http;

/// <summary>Proves to the service who is asking. Called for every attempt, when the request is complete.</summary>
internal interface IRequestAuthorization
{
    /// <summary>Whether the proof depends on the request's other headers, so that all of them have to be there before it.</summary>
    bool CoversHeaders { get; }

    /// <summary>Whether the proof depends on the members of a JSON body, so that their places are to be noted.</summary>
    bool CoversBody { get; }

    /// <summary>Adds the proof to a request.</summary>
    /// <param name="message">The request as it will be sent, with the caller's own headers.</param>
    /// <param name="request">The operation's own description of it.</param>
    /// <param name="accessToken">The end user's token, where there is one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AuthorizeAsync(HttpRequestMessage message, ApiRequest request, string? accessToken, CancellationToken cancellationToken);

    /// <summary>
    /// Learns from a refusal whether the proof was at fault and a new one may be accepted. After a retry it is asked with
    /// <see cref="Refusal.IsFinal"/>, to discard what it learned, and must return <see langword="false"/>.
    /// </summary>
    /// <param name="message">The request as it was sent.</param>
    /// <param name="refusal">What the service said.</param>
    /// <returns><see langword="true"/> to send the request once more with a new proof.</returns>
    bool CanDoBetter(HttpRequestMessage message, Refusal refusal);
}
