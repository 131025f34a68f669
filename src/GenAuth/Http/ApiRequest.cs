namespace GenAuth.Http;

/// <summary>One request as an operation describes it: no host, no authorization, no headers.</summary>
internal sealed class ApiRequest
{
    public ApiRequest(string operation, HttpMethod method, string path)
    {
        Operation = operation;
        Method = method;
        Path = path;
    }

    /// <summary>The operation's identifier in the API document, for messages.</summary>
    public string Operation { get; }

    public HttpMethod Method { get; }

    /// <summary>The path from the root of the host, with its placeholders filled in.</summary>
    public string Path { get; private set; }

    public QueryString Query { get; } = new();

    /// <summary>What is sent as JSON; <see langword="null"/> sends no content at all.</summary>
    public object? Body { get; init; }

    /// <summary>Whether the operation authenticates the application itself, as the document marks it.</summary>
    public bool UsesClientCredentials { get; init; }

    /// <summary>Puts a value in the place of <c>{name}</c>. A value that would change the path's shape is refused.</summary>
    public void SetSegment(string name, string value)
    {
        Throw.IfBlank(value, name, "Pass the identifier that belongs into the path of the request.");
        if (value is "." or "..")
        {
            throw new ArgumentException($"{name} must not be \".\" or \"..\": it would name another path.", name);
        }

        Path = Path.Replace("{" + name + "}", Uri.EscapeDataString(value));
    }
}
