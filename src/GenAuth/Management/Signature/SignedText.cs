using GenAuth.Http;

namespace GenAuth.Management;

/// <summary>The text that is signed: verb, headers and resource.</summary>
internal sealed record SignedText(string Method, IReadOnlyList<KeyValuePair<string, string>> Headers, string Resource)
{
    public override string ToString()
    {
        var text = new TextBuffer(stackalloc char[512]);
        text.Append(Method);
        text.Append("\n");
        foreach (var header in Headers)
        {
            text.Append(header.Key);
            text.Append(":");
            text.Append(header.Value);
            text.Append("\n");
        }

        text.Append(Resource);
        return text.ToString();
    }
}
