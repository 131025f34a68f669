namespace GenAuth.Http;

/// <summary>
/// A body without a byte. Below the SDK, <c>SocketsHttpHandler</c> sends a request without a body up to three times more when the
/// connection is closed before an answer, whatever its verb; with a body, be it an empty one, it does not.
/// </summary>
internal static class NoBody
{
    public static HttpContent Create(bool isForOneSending) => new OneTimeContent([], isForOneSending);

    /// <summary>Whether a request that has no body must not be sent by anybody a second time.</summary>
    public static bool IsNeededBy(ApiRequest request) => request.Repeatability == Repeatability.Never
#if NETSTANDARD2_0
        // .NET Framework refuses any content with this verb.
        && request.Method != HttpMethod.Get
#endif
        ;
}
