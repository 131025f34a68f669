using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>One request as an operation describes it: no host, no authorization, no headers.</summary>
internal sealed class ApiRequest
{
    /// <summary>The longest address, in characters, that every platform can make. A server or a proxy takes less than that.</summary>
    public const int LongestAddress = 65_519;

    private string? _redirectedTo;

    public ApiRequest(string operation, HttpMethod method, string path)
    {
        Operation = operation;
        Method = method;
        Path = path;
    }

    /// <summary>All that an operation is marked with, so that what goes on in its place is treated as it is.</summary>
    private ApiRequest(ApiRequest origin, string path, object? body)
        : this(origin.Operation, origin.Method, path)
    {
        Body = body;
        RetrySafety = origin.RetrySafety;
        UsesClientCredentials = origin.UsesClientCredentials;
        HidesQuery = origin.HidesQuery;
        IsCustom = origin.IsCustom;
    }

    /// <summary>The operation's identifier in the API document, for messages.</summary>
    public string Operation { get; }

    public HttpMethod Method { get; }

    /// <summary>The path from the root of the host, with its placeholders filled in.</summary>
    public string Path { get; private set; }

    public QueryString Query { get; } = new();

    /// <summary>What is sent: an <see cref="Content.IRequestBody"/> in its own way, anything else as JSON, <see langword="null"/> not at all.</summary>
    public object? Body { get; init; }

    /// <summary>Whether it may be sent a second time, as the document marks it.</summary>
    public RetrySafety RetrySafety { get; init; }

    /// <summary>Whether the operation authenticates the application itself, as the document marks it.</summary>
    public bool UsesClientCredentials { get; init; }

    /// <summary>How often the server has sent it elsewhere.</summary>
    public int Redirects { get; private init; }

    /// <summary>Whether the values of the query must not be logged.</summary>
    public bool HidesQuery { get; init; }

    /// <summary>Whether the document does not have the operation. Its name holds the path then, and so whatever the caller put there.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Where the request goes to.</summary>
    /// <param name="origin">Scheme and host.</param>
    /// <exception cref="ArgumentException">Path and query are too long.</exception>
    public Uri AddressOn(string origin)
    {
        var address = _redirectedTo is null ? Query.Behind(origin, Path) : origin + _redirectedTo;
        return address.Length <= LongestAddress
            ? new(address)
            : throw new ArgumentException(FormattableString.Invariant(
                $"The address of {Operation} has {address.Length} characters with its query; the limit is {LongestAddress}. Pass shorter values, or fewer of them in one call."));
    }

    /// <summary>The same request with another body.</summary>
    public ApiRequest With(object? body)
    {
        var copy = new ApiRequest(this, Path, body);
        copy.Query.AddAll(Query);
        return copy;
    }

    /// <summary>The same request with another value of a query parameter.</summary>
    public ApiRequest With(string parameter, string value)
    {
        var copy = With(Body);
        copy.Query.Set(parameter, value);
        return copy;
    }

    /// <summary>The same request under another path and query of the host, spelt as the server spells them.</summary>
    public ApiRequest RedirectedTo(Uri target)
    {
        var next = new ApiRequest(this, target.AbsolutePath, Body)
        {
            Redirects = Redirects + 1,
            _redirectedTo = target.PathAndQuery,
        };

        // What the service will have read from it, which is what a signature is made of.
        next.Query.AddEscaped(target.Query);
        return next;
    }

    /// <summary>Puts a value in the place of <c>{name}</c>. A value that would change the path's shape is refused.</summary>
    /// <param name="name">The placeholder.</param>
    /// <param name="value">What is put there; it is escaped.</param>
    /// <param name="argument">How the caller knows the value, where that is not the placeholder's name.</param>
    public void SetSegment(string name, string value, string? argument = null)
    {
        argument ??= name;
        Throw.IfBlank(value, argument, "Pass the identifier that belongs into the path of the request.");
        if (PathText.HasDotSegment(value))
        {
            throw new ArgumentException($"{argument} must not be \".\" or \"..\", nor hold one of them between slashes: it would name another path.", argument);
        }

        Path = Path.Replace("{" + name + "}", Uri.EscapeDataString(value));
    }
}
