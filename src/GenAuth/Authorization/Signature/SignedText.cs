using GenAuth.Serialization;

namespace GenAuth.Authorization.Signature;

/// <summary>The text that is signed: verb, headers, and the path with the parameters, of which nothing is URL-encoded.</summary>
/// <param name="Method">The verb in capitals.</param>
/// <param name="Headers">The covered headers in their order.</param>
/// <param name="Path">The path as it is sent.</param>
/// <param name="Parameters">The parameters in their order.</param>
internal sealed record SignedText(string Method, IReadOnlyList<KeyValuePair<string, string>> Headers, string Path, CanonicalParameter[] Parameters)
{
    /// <summary>The last line.</summary>
    public string Resource
    {
        get
        {
            using var text = new PooledBytes();
            AppendResource(text);
            return text.ToString();
        }
    }

    public void AppendTo(PooledBytes text)
    {
        text.Append(Method);
        text.Append((byte)'\n');
        foreach (var header in Headers)
        {
            text.Append(header.Key);
            text.Append((byte)':');
            text.Append(header.Value);
            text.Append((byte)'\n');
        }

        AppendResource(text);
    }

    public override string ToString()
    {
        using var text = new PooledBytes();
        AppendTo(text);
        return text.ToString();
    }

    private void AppendResource(PooledBytes text)
    {
        text.Append(Path);
        var separator = '?';
        foreach (var parameter in Parameters)
        {
            text.Append((byte)separator);
            text.Append(parameter.Name);
            text.Append((byte)'=');
            text.Append(parameter.Value.Span);
            separator = '&';
        }
    }
}
