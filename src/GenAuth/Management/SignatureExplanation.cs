using System.Text;
using GenAuth.Management;

namespace GenAuth;

/// <summary>
/// How a request would be signed, to be compared with what the service expects when it answers <c>apiCode</c> 1300. Values
/// that could be secret are masked as <c>***</c>; the secret of the access key is nowhere in it.
/// </summary>
public sealed class SignatureExplanation
{
    private const string EncodedPath = "The path holds percent-encoding, which the service may compare in its decoded form.";

    private static readonly string[] CommonCauses =
    [
        "The secret does not belong to AccessKeyId, or is of another user pool. Copy both from the same page of the console.",
        "Edition or Host is of another edition: headers and the word before the signature differ between GenAuth and Authing.",
        "A proxy or a handler changes the path, the body or a signed header, or adds a header with the edition's prefix, after the signing.",
        "The body is not the JSON that the service parses: a member that it drops or converts is signed as it was sent.",
        "Where none of this helps, AuthorizationMethod ManagementToken needs no signature.",
    ];

    private SignatureExplanation(SignedText text, string authorization)
    {
        StringToSign = text.ToString();
        SignedHeaders = text.Headers;
        Resource = text.Resource;
        Authorization = authorization;
        Hints = text.Resource.Split('?')[0].Contains('%') ? [EncodedPath, .. CommonCauses] : [.. CommonCauses];
    }

    /// <summary>
    /// The text that is signed: verb, headers and resource, each header on a line of its own, no line break at the end. Where a
    /// value is masked, the real one was signed.
    /// </summary>
    public string StringToSign { get; }

    /// <summary>The signed headers, by lower-case name in the order of the text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SignedHeaders { get; }

    /// <summary>The path, and the parameters that are signed with it: the query of a GET, the members of any other verb's JSON body.</summary>
    public string Resource { get; }

    /// <summary>The <c>Authorization</c> header: the signature in full, the access key's ID in part.</summary>
    public string Authorization { get; }

    /// <summary>The common causes of a signature that is refused, most frequent first.</summary>
    public IReadOnlyList<string> Hints { get; }

    /// <summary>All of it, for a person to read.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("String to sign, from the next line to the word end:\n")
            .Append(StringToSign).Append("\nend\n\nSigned headers:\n");
        foreach (var header in SignedHeaders)
        {
            text.Append("  ").Append(header.Key).Append(": ").Append(header.Value).Append('\n');
        }

        text.Append("\nResource:\n  ").Append(Resource).Append("\n\nAuthorization:\n  ").Append(Authorization).Append("\n\nIf the service refuses it:\n");
        foreach (var hint in Hints)
        {
            text.Append("  - ").Append(hint).Append('\n');
        }

        return text.ToString();
    }

    internal static SignatureExplanation Of(SignedText text, SigningKey key, string signature) => new(
        text with { Headers = [.. text.Headers.Select(header => SensitiveName.Includes(header.Key) ? new(header.Key, "***") : header)] },
        $"{key.Scheme} {Part(key.Id)}:{signature}");

    private static string Part(string id) => id.Length < 12 ? $"{id[0]}…" : $"{id.Remove(4)}…{id.Remove(0, id.Length - 4)}";
}
