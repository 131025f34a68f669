using System.Text;
using GenAuth.Authorization.Signature;

namespace GenAuth;

/// <summary>
/// How a request would be signed. Compare it with the request that reached the service when the response is <c>apiCode</c> 1300
/// (invalid signature): verb, headers, path and parameters must be equal, character by character.
/// </summary>
/// <remarks>
/// Values that could be secret or personal are masked as <c>***</c>, unless they were asked for. The secret of the access key is
/// never in it, and only the beginning of its ID and of the signature, so that it is no credential.
/// </remarks>
public sealed class SignatureExplanation
{
    /// <summary>Enough characters to compare two signatures, too few to use one.</summary>
    private const int ShownSignatureLength = 8;

    private const string EncodedPath = "The path holds percent-encoding, which the service may compare in its decoded form.";

    private static readonly string[] CommonCauses =
    [
        "The secret does not belong to AccessKeyId, or is of another user pool. Copy both from the same page of the console.",
        "Edition or Host is of another edition: headers and the word before the signature differ between GenAuth and Authing.",
        "A proxy or a handler changes the path, the body or a signed header, or adds a header with the edition's prefix, after the signing.",
        "The body is not the JSON that the service parses: a member that it drops or converts is signed as it was sent.",
        "Where none of this helps, AuthorizationMethod ManagementToken needs no signature.",
    ];

    private readonly bool _isMasked;

    internal SignatureExplanation(SignedText text, bool isMasked, SigningKey key, string signature)
    {
        _isMasked = isMasked;
        StringToSign = text.ToString();
        SignedHeaders = text.Headers;
        Resource = text.Resource;
        Authorization = $"{key.Scheme} {Part(key.Id)}:{signature.Remove(ShownSignatureLength)}…";
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

    /// <summary>
    /// The <c>Authorization</c> header, abbreviated: of the access key's ID its beginning and end, of the signature the first 8
    /// characters. That is enough to compare it with the header that was sent, and not enough to send it.
    /// </summary>
    public string Authorization { get; }

    /// <summary>The common causes of a signature that is refused, most frequent first.</summary>
    public IReadOnlyList<string> Hints { get; }

    /// <summary>All of it, for a person to read.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("Compare this with the request that reached the service: verb, headers, path and parameters must be equal.\n");
        if (_isMasked)
        {
            text.Append("Values shown as *** are masked; the real ones were signed. Pass showValues: true to see them.\n");
        }

        text.Append("\nString to sign, from the next line to the word end:\n").Append(StringToSign).Append("\nend\n\nSigned headers:\n");
        foreach (var header in SignedHeaders)
        {
            text.Append("  ").Append(header.Key).Append(": ").Append(header.Value).Append('\n');
        }

        text.Append("\nResource:\n  ").Append(Resource).Append("\n\nAuthorization, abbreviated:\n  ").Append(Authorization).Append("\n\nIf the service refuses it:\n");
        foreach (var hint in Hints)
        {
            text.Append("  - ").Append(hint).Append('\n');
        }

        return text.ToString();
    }

    private static string Part(string id) => id.Length < 12 ? $"{id[0]}…" : $"{id.Remove(4)}…{id.Remove(0, id.Length - 4)}";
}
