using System.Net;

namespace GenAuth.Http;

/// <summary>Which failures may pass when the request is sent again.</summary>
internal static class RetryRule
{
    public static bool Allows(Repeatability repeatability, GenAuthException failure) => repeatability != Repeatability.Never && failure switch
    {
        GenAuthConnectionException broken => !broken.IsRefusalOfTls,
        GenAuthTimeoutException timeout => timeout.Scope == GenAuthTimeoutScope.Attempt,
        GenAuthApiException refused => IsPassing(refused.StatusCode) || IsPassing((int)refused.HttpStatusCode)
            || (refused.StatusCode == 500 && repeatability == Repeatability.Read),
        GenAuthResponseException strange => IsPassing((int)strange.HttpStatusCode)
            || (strange.HttpStatusCode == HttpStatusCode.InternalServerError && repeatability == Repeatability.Read),
        _ => false,
    };

    /// <summary>How long the service wants to be left alone.</summary>
    public static TimeSpan? WaitOf(GenAuthException failure) => failure switch
    {
        GenAuthApiException refused => refused.RetryAfter,
        GenAuthResponseException strange => strange.RetryAfter,
        _ => null,
    };

    private static bool IsPassing(int statusCode) => statusCode is 408 or 429 or 502 or 503 or 504;
}
