namespace GenAuth.Management;

/// <summary>What is signed: verb, headers and resource.</summary>
internal sealed record SignedText(string Method, IReadOnlyList<KeyValuePair<string, string>> Headers, string Resource)
{
    public override string ToString() => Method + "\n" + string.Concat(Headers.Select(header => header.Key + ":" + header.Value + "\n")) + Resource;
}
