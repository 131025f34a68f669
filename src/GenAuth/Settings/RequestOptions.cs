namespace GenAuth;

/// <summary>Settings for a single call. What is not set here comes from the client's options.</summary>
/// <remarks>
/// The values are copied when the call starts; changing the object afterwards does not change that call. An
/// <c>…AutoPagingAsync</c> starts when it is called: all of its pages are requested with the values of that moment.
/// </remarks>
public sealed class RequestOptions
{
    /// <summary>Makes options in which everything comes from the client.</summary>
    public RequestOptions()
        : this(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase))
    {
    }

    private RequestOptions(Dictionary<string, string> headers) => Headers = headers;

    /// <summary>
    /// The end user's access token for this call, without the word <c>Bearer</c>. <see langword="null"/> takes the client's.
    /// A <see cref="ManagementClient"/>, whose calls are made for an access key, refuses it.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// More request headers, by name. One of these replaces a header of the same name that the SDK would have set itself.
    /// Names are compared without regard to case. Refused are content headers such as <c>Content-Type</c>, and headers of the
    /// connection such as <c>Host</c> and <c>Transfer-Encoding</c>, which the transport sets.
    /// </summary>
    public IDictionary<string, string> Headers { get; }

    /// <summary>The language of the service's messages, for example <c>en-US</c>. <see langword="null"/> takes the client's.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// How long the whole call may take, with all attempts and the waits between them. <see langword="null"/> takes the client's;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits without a limit.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How long one attempt may take. <see langword="null"/> takes the client's.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// How often the call is sent again at most, where that is safe at all; 0 switches repetitions off. <see langword="null"/>
    /// takes the client's.
    /// </summary>
    public int? MaxRetries { get; set; }

    /// <summary>Asked before each repetition, as <see cref="RetryOptions.ShouldRetry"/>. <see langword="null"/> takes the client's.</summary>
    public Func<RetryAttempt, bool>? ShouldRetry { get; set; }

    /// <summary>What happens when a member of the response has another JSON type than documented. <see langword="null"/> takes the client's.</summary>
    public ResponseValidation? ResponseValidation { get; set; }

    /// <summary>
    /// Called with status, headers, rate limit and request ID of the answer that a call ends with, whether that is a success, a
    /// refusal or no answer of the API; before the call returns or throws. Default: <see langword="null"/>, nothing is copied.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Called once for each call, and by an <c>…AutoPagingAsync</c> once for each page. Not called for answers after which the
    /// request is sent again (<see cref="ShouldRetry"/> sees those), for followed redirects, for the request for a management
    /// token, and when a call ends without a whole answer: a broken connection, a time-out, a cancellation.
    /// </para>
    /// <para>
    /// An exception that it throws reaches the caller in place of the result or the failure; nothing is sent again for it. It runs
    /// on any thread, and for calls that share one object at the same time.
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
