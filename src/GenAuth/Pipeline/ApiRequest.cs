using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>A request as an operation describes it, without host, authorization and headers.</summary>
internal sealed class ApiRequest
{
    /// <summary>The maximum length, in characters, of an address that <see cref="Uri"/> accepts on all platforms. Servers and proxies usually have smaller limits.</summary>
    public const int MaxAddressLength = 65_519;

    private string? _redirectPathAndQuery;

    public ApiRequest(string operation, HttpMethod method, string path)
    {
        Operation = operation;
        Method = method;
        Path = path;
    }

    /// <summary>Copies the properties of the operation.</summary>
    private ApiRequest(ApiRequest original, string path, object? body)
        : this(original.Operation, original.Method, path)
    {
        Body = body;
        RetrySafety = original.RetrySafety;
        UsesClientCredentials = original.UsesClientCredentials;
        HidesQuery = original.HidesQuery;
        IsCustom = original.IsCustom;
        ReadResponse = original.ReadResponse;
    }

    /// <summary>The operation's identifier in the API document, for messages.</summary>
    public string Operation { get; }

    public HttpMethod Method { get; }

    /// <summary>The path from the root of the host.</summary>
    public string Path { get; private set; }

    public QueryString Query { get; } = new();

    /// <summary>The body: an <see cref="Content.IRequestBody"/>, any other object, which is sent as JSON, or <see langword="null"/> for none.</summary>
    public object? Body { get; init; }

    /// <summary>Whether the request may be sent a second time (<c>x-retry</c>).</summary>
    public RetrySafety RetrySafety { get; init; }

    /// <summary>Whether the operation requires the application's own credentials, as the document states.</summary>
    public bool UsesClientCredentials { get; init; }

    /// <summary>The number of redirects that led to this request.</summary>
    public int Redirects { get; private init; }

    /// <summary>Whether the values of the query must not be logged.</summary>
    public bool HidesQuery { get; init; }

    /// <summary>True if the document does not contain the operation. <see cref="Operation"/> is then the caller's path, which may contain personal data.</summary>
    public bool IsCustom { get; init; }

    /// <summary>
    /// Reads the response of another protocol, such as OAuth; <see langword="null"/> for a response of the API. Gets the operation and
    /// the response, and throws the <see cref="GenAuthException"/> that describes a failure.
    /// </summary>
    public Func<string, ApiResponse, object>? ReadResponse { get; init; }

    /// <summary>The address of the request.</summary>
    /// <param name="origin">Scheme and host.</param>
    /// <exception cref="ArgumentException">Path and query are too long.</exception>
    public Uri GetUri(string origin)
    {
        var address = _redirectPathAndQuery is null ? Query.FormatAddress(origin, Path) : origin + _redirectPathAndQuery;
        return address.Length <= MaxAddressLength
            ? new(address)
            : throw new ArgumentException(FormattableString.Invariant(
                $"The address of {Operation} has {address.Length} characters with its query; the limit is {MaxAddressLength}. Pass shorter values, or fewer of them in one call."));
    }

    /// <summary>A copy with another body.</summary>
    public ApiRequest With(object? body)
    {
        var copy = new ApiRequest(this, Path, body);
        copy.Query.AddAll(Query);
        return copy;
    }

    /// <summary>A copy with another value of a query parameter.</summary>
    public ApiRequest With(string parameter, string value)
    {
        var copy = With(Body);
        copy.Query.Set(parameter, value);
        return copy;
    }

    /// <summary>A copy with the path and query of a redirect, in the server's spelling.</summary>
    public ApiRequest ForRedirect(Uri target)
    {
        var next = new ApiRequest(this, target.AbsolutePath, Body)
        {
            Redirects = Redirects + 1,
            _redirectPathAndQuery = target.PathAndQuery,
        };

        // A signature covers the decoded parameters.
        next.Query.AddEscaped(target.Query);
        return next;
    }

    /// <summary>Replaces the placeholder <c>{name}</c> of the path with a value.</summary>
    /// <param name="name">The name of the placeholder.</param>
    /// <param name="value">The value; it is escaped.</param>
    /// <param name="argument">The name of the caller's argument; <see langword="null"/> if it is the placeholder's name.</param>
    /// <exception cref="ArgumentException">The value is blank, or would change the structure of the path.</exception>
    public void SetSegment(string name, string value, string? argument = null)
    {
        argument ??= name;
        Throw.IfBlank(value, argument, "Pass the identifier for the path of the request.");
        if (PathValidator.HasDotSegment(value))
        {
            throw new ArgumentException($"{argument} must not be \".\" or \"..\", nor contain one of them between slashes: it would lead to another path.", argument);
        }

        Path = Path.Replace("{" + name + "}", Uri.EscapeDataString(value));
    }
}
