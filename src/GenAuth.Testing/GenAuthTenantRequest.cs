namespace GenAuth.Testing;

/// <summary>A request that a <see cref="GenAuthTenant"/> received, for assertions. Headers and body may contain secrets.</summary>
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

    /// <summary>The path as it was received, still encoded. Signatures cover this form.</summary>
    internal string RawPath { get; }

    /// <summary>The query as it was received, still encoded, without the question mark; empty if there is none.</summary>
    public string Query { get; }

    /// <summary>The headers by case-insensitive name. Several values of a header are joined with commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as UTF-8 text; empty if there is none.</summary>
    public string Body { get; }

    /// <summary>Returns verb and path only, because other values may be secret.</summary>
    public override string ToString() => $"{Method} {Path}";
}
