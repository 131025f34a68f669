namespace GenAuth;

/// <summary>Settings for a single call. A value that is not set is taken from the client's options.</summary>
/// <remarks>
/// The values are copied when the call starts; changing the object afterwards does not change that call. An
/// <c>…AutoPagingAsync</c> starts when it is called: all of its pages are requested with the values of that moment.
/// </remarks>
public sealed class RequestOptions
{
    /// <summary>Creates options without a value: everything is taken from the client's options.</summary>
    public RequestOptions()
        : this(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase))
    {
    }

    private RequestOptions(Dictionary<string, string> headers) => Headers = headers;

    /// <summary>
    /// The end user's access token for this call, without the word <c>Bearer</c>. <see langword="null"/> uses the client's.
    /// A <see cref="ManagementClient"/> does not accept it, because its calls are authorized by an access key.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// Additional request headers by name, regardless of case. They replace headers of the same name that the SDK sets. Content headers
    /// such as <c>Content-Type</c>, and headers of the connection such as <c>Host</c> and <c>Transfer-Encoding</c>, are not allowed,
    /// because the transport sets them.
    /// </summary>
    public IDictionary<string, string> Headers { get; }

    /// <summary>The language of the service's messages, for example <c>en-US</c>. <see langword="null"/> uses the client's.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// The time limit of the whole call, with all attempts and the delays between them. <see langword="null"/> uses the client's;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The time limit of one attempt. <see langword="null"/> uses the client's.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The maximum number of retries, if the operation can be retried safely; 0 switches retries off. <see langword="null"/> uses the
    /// client's.
    /// </summary>
    public int? MaxRetries { get; set; }

    /// <summary>Called before each retry, see <see cref="RetryOptions.ShouldRetry"/>. <see langword="null"/> uses the client's.</summary>
    public Func<RetryAttempt, bool>? ShouldRetry { get; set; }

    /// <summary>What happens when a member of the response has another JSON type than documented. <see langword="null"/> uses the client's.</summary>
    public ResponseValidation? ResponseValidation { get; set; }

    /// <summary>
    /// Called with status, headers, rate limit and request ID of the last response of a call, before the call returns or throws. The
    /// response may be a success, an error or not a valid response of the API. Default: <see langword="null"/>, nothing is copied.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Called once per call, and once per page of an <c>…AutoPagingAsync</c>. Not called for responses that are followed by a retry
    /// (<see cref="ShouldRetry"/> receives those), for redirects, for the request for a management token, and for a call that ends
    /// without a complete response: a broken connection, a time-out, a cancellation.
    /// </para>
    /// <para>
    /// An exception that it throws replaces the result or the exception of the call, which is not retried. It can run on any thread, and
    /// at the same time for calls that share this object.
    /// </para>
    /// </remarks>
    public Action<GenAuthResponseInfo>? OnResponse { get; set; }

    /// <summary>The type's name only: the values may be secret.</summary>
    public override string ToString() => nameof(RequestOptions);

    internal RequestOptions Copy() => new(new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase))
    {
        AccessToken = AccessToken,
        AttemptTimeout = AttemptTimeout,
        Language = Language,
        MaxRetries = MaxRetries,
        OnResponse = OnResponse,
        ResponseValidation = ResponseValidation,
        ShouldRetry = ShouldRetry,
        Timeout = Timeout,
    };
}
