namespace GenAuth;

/// <summary>The result of <see cref="AlipayAuthInfo.VerifySignature"/>.</summary>
public sealed class AlipaySignatureVerification
{
    internal AlipaySignatureVerification(AlipaySignatureFailure? reason) => Reason = reason;

    /// <summary>
    /// <see langword="true"/> when the text that was parsed is the one that the key's owner signed, without any repair. The
    /// parsed fields are then exactly the signed ones.
    /// </summary>
    public bool IsValid => Reason is null;

    /// <summary>Why the text is not accepted; <see langword="null"/> when it is valid.</summary>
    public AlipaySignatureFailure? Reason { get; }

    /// <summary>The result and the remedy in one sentence for logs. It holds no part of the checked text.</summary>
    public string Message => Reason switch
    {
        null => "The signature is valid.",
        AlipaySignatureFailure.KeyTooSmall => "The public key is shorter than minimumKeySize. Use a longer key pair, or demand less if you accept the risk.",
        AlipaySignatureFailure.MalformedParameter => "A part of the text is not name=value. " + Remedy,
        AlipaySignatureFailure.InvalidName => "A parameter's name holds a blank or another character that names never have. " + Remedy,
        AlipaySignatureFailure.DuplicateParameter => "A parameter is there more than once. " + Remedy,
        AlipaySignatureFailure.InvalidEncoding => "A value is not percent-encoded as the service encodes it. " + Remedy,
        AlipaySignatureFailure.AmbiguousValue => "A value holds an encoded '&', which the signature does not tell from two parameters. " + Remedy,
        AlipaySignatureFailure.MissingSignature => "The text has no sign parameter. " + Remedy,
        AlipaySignatureFailure.MalformedSignature => "The sign parameter is not Base64 in its canonical spelling. " + Remedy,
        AlipaySignatureFailure.UnexpectedSignType => "sign_type is missing or is not the demanded one. Pass the sign type of the Alipay application, or correct it there.",
        _ => "The signature does not belong to this text and this key. Check that the key is the one uploaded to Alipay; if it is, the text was changed.",
    };

    private static string Remedy => "Pass Data.AuthInfo exactly as the service sent it; if it was, somebody changed it.";

    /// <summary>The same as <see cref="Message"/>.</summary>
    public override string ToString() => Message;
}
