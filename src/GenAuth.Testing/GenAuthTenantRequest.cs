namespace GenAuth.Testing;

/// <summary>A request as it arrived at a <see cref="GenAuthTenant"/>, for assertions. Headers and body may hold secrets.</summary>
public sealed class GenAuthTenantRequest
{
    internal GenAuthTenantRequest(string method, string path, string rawPath, string query, IReadOnlyDictionary<string, string> headers, string body)
    {
        Method = method;
        Path = path;
        RawPath = rawPath;
        Query = query;
        Headers = headers;
        Body = body;
    }

    /// <summary>The verb, in upper case.</summary>
    public string Method { get; }

    /// <summary>The path, percent-decoded, for example <c>/api/v3/signin-by-mobile</c>.</summary>
    public string Path { get; }

    /// <summary>The path as it arrived, still encoded: that is what a signature covers.</summary>
    internal string RawPath { get; }

    /// <summary>The query as it arrived, still encoded, without the question mark; empty when there was none.</summary>
    public string Query { get; }

    /// <summary>The headers by name, which is compared without regard to case. Several values of a name are joined with commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as UTF-8 text; empty when there was none.</summary>
    public string Body { get; }

    /// <summary>Verb and path only: everything else may be secret.</summary>
    public override string ToString() => $"{Method} {Path}";
}
