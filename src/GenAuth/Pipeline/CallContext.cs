using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>
/// The settings of a client and what its calls are executed with. Never changes: a client whose settings change gets another one, and
/// calls that have started keep theirs.
/// </summary>
/// <param name="getInvoker">Returns the invoker that sends the requests.</param>
/// <param name="settings">The settings of the client.</param>
/// <param name="authorization">Authorizes the requests.</param>
/// <param name="accessToken">The end user's token of the settings, where they have one.</param>
internal sealed class CallContext(Func<HttpMessageInvoker> getInvoker, TransportSettings settings, IRequestAuthorization authorization, string? accessToken = null)
{
    public Func<HttpMessageInvoker> GetInvoker => getInvoker;

    public TransportSettings Settings => settings;

    public IRequestAuthorization Authorization => authorization;

    public string? AccessToken => accessToken;

    public RequestBuilder Builder { get; } = new(settings, authorization);
}

/// <summary>A value that is replaced as a whole while other threads read it. A client and its views share one.</summary>
internal sealed class Replaceable<T>(T value)
    where T : class
{
    private volatile T _value = value;

    public T Value
    {
        get => _value;
        set => _value = value;
    }
}
